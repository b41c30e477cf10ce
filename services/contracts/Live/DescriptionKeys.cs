namespace KreaPlatform.Contracts.Live;

/// <summary>Redis keys under which workers keep what they described. Everything under them may be lost and is worked out again.</summary>
public static class DescriptionKeys
{
    /// <summary>String key with the <see cref="Bus.ImageDescribed"/> (JSON) of a content address by one descriptor; another descriptor has keys of its own.</summary>
    public static string Of(string descriptor, string blob) => $"krea:v1:described:{descriptor}:{blob}";

    /// <summary>How long it is kept.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);
}
