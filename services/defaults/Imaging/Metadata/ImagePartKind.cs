namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>What a part of an image file is for.</summary>
public enum ImagePartKind
{
    /// <summary>Needed to show the pixels as they are meant: structure, samples, colour.</summary>
    Picture,
    /// <summary>An XMP packet.</summary>
    Xmp,
    /// <summary>A piece of a C2PA manifest store (JUMBF).</summary>
    Manifest,
    /// <summary>Anything else about the image or whoever made it: EXIF, IPTC-IIM, comments, thumbnails, what stands behind the end.</summary>
    Other,
}
