namespace KreaPlatform.ServiceDefaults.Storage;

/// <summary>A stored blob.</summary>
/// <param name="Address">Lower-case hex SHA-256 of the content.</param>
/// <param name="Bytes">Its length.</param>
public readonly record struct BlobInfo(string Address, long Bytes);
