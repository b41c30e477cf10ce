namespace KreaPlatform.Generation.Bundles;

/// <summary>What one look at the bundle folder asks for.</summary>
/// <param name="Due">Folders to judge, in order.</param>
/// <param name="Dropped">Folders that are gone.</param>
public sealed record SettlingVerdict(IReadOnlyList<FolderDue> Due, IReadOnlyList<string> Dropped);
