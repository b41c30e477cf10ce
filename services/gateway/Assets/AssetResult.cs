using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.Gateway.Assets;

/// <summary>What became of an image: an asset, or the reason why not.</summary>
public sealed record AssetResult
{
    /// <summary>The asset; null when there is none.</summary>
    public Asset? Asset { get; private init; }

    /// <summary>Whether the asset is new: the account did not have it before.</summary>
    public bool IsNew { get; private init; }

    /// <summary>The reason; null when there is an asset.</summary>
    public AssetError? Error { get; private init; }

    /// <summary>Whether there is an asset.</summary>
    [MemberNotNullWhen(true, nameof(Asset))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Asset is not null;

    internal static AssetResult Of(Asset asset, bool isNew) => new() { Asset = asset, IsNew = isNew };

    internal static AssetResult Failed(string code, string detail) => new() { Error = new AssetError(code, detail) };
}
