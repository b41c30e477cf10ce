namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The answer to a deletion.</summary>
public sealed record KreaSuccess
{
    /// <summary>Always true: what can't be deleted is an error.</summary>
    public bool Success { get; } = true;
    /// <summary>Always empty.</summary>
    public string Message { get; } = "";
}
