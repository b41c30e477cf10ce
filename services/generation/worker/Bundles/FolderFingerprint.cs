using System.Globalization;
using System.Text;

namespace KreaPlatform.Generation.Bundles;

/// <summary>Cheap states of bundle folders: names, sizes and times of their files, without reading them.</summary>
internal static class FolderFingerprint
{
    /// <summary>Sub-folders of <paramref name="root"/> that have a manifest, with their states. Empty when the folder does not exist.</summary>
    public static Dictionary<string, string> Of(string root)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(root)) return result;
        foreach (var folder in Directory.EnumerateDirectories(root))
            if (TryTake(folder) is { } fingerprint) result[folder] = fingerprint;
        return result;
    }

    /// <summary>The state of one bundle folder, or null when it has no manifest (or vanished while we looked).</summary>
    public static string? TryTake(string folder)
    {
        try
        {
            var text = new StringBuilder();
            var isBundle = false;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                isBundle |= file.Name == BundleManifestReader.ManifestFile;
                text.Append(CultureInfo.InvariantCulture, $"{file.Name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
            return isBundle ? text.ToString() : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
