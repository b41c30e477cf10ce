namespace KreaPlatform.Gateway.Requests;

/// <summary>The <c>output</c> object as a caller wrote it.</summary>
public sealed class OutputDraft
{
    /// <summary><c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public string? Format { get; set; }
    /// <summary>1 to 100.</summary>
    public long? Quality { get; set; }
}
