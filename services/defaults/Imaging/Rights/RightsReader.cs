using KreaPlatform.ServiceDefaults.Imaging.Metadata;

namespace KreaPlatform.ServiceDefaults.Imaging.Rights;

/// <summary>Reads <see cref="RightsHints"/> from the parts of an image file. Pure; never throws for what the bytes are.</summary>
public static class RightsReader
{
    /// <summary>What the file says about its use.</summary>
    public static RightsHints Read(IReadOnlyList<ImagePart> parts)
    {
        var hints = RightsHints.None;
        foreach (var part in parts)
            if (part.Kind == ImagePartKind.Xmp && XmpRights.DataMining(part.Payload) is { } term) hints = hints with { DataMining = term };

        using var store = new MemoryStream();
        foreach (var part in parts)
            if (part.Kind == ImagePartKind.Manifest) store.Write(part.Payload.Span);
        return store.Length == 0 ? hints : ManifestRights.Read(store.ToArray(), hints);
    }
}
