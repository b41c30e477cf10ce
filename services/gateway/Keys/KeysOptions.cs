namespace KreaPlatform.Gateway.Keys;

/// <summary>Configuration section <c>Keys</c>.</summary>
public sealed class KeysOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Keys";

    /// <summary>The one key of a development set-up; empty lets nobody in.</summary>
    public string Development { get; set; } = "";
}
