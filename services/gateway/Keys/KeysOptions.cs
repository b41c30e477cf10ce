namespace KreaPlatform.Gateway.Keys;

/// <summary>Configuration section <c>Keys</c>: keys that are not in the database.</summary>
public sealed class KeysOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Keys";

    /// <summary>A key of a development set-up, any text: it has an account without limits and is an administrator's too. Empty for none.</summary>
    public string Development { get; set; } = "";

    /// <summary>The administrator's key, any long random text: it opens <c>/v1/admin</c> and nothing else. Empty for none.</summary>
    public string Administrator { get; set; } = "";
}
