namespace KreaPlatform.Gateway.Requests;

/// <summary>An object as a caller wrote it: the right types, but no value checked yet and no default filled in.</summary>
public abstract class Draft
{
    /// <summary>Names of the fields that were given, even those whose value could not be read.</summary>
    public HashSet<string> Given { get; } = [];
}
