using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>The body of a request for an enlargement as a caller wrote it.</summary>
public sealed class UpscaleDraft : Draft
{
    /// <summary>By how much.</summary>
    public long? Factor { get; set; }
}
