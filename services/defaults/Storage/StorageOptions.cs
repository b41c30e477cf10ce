namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>Configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Folder of the disk store; services that share images share it.</summary>
    public string Folder { get; set; } = "krea-data/blobs";
}
