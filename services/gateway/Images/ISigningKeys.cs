namespace KreaPlatform.Gateway.Images;

/// <summary>The secrets that sign links.</summary>
public interface ISigningKeys
{
    /// <summary>At least one; the first signs, all verify.</summary>
    IReadOnlyList<byte[]> Keys { get; }
}
