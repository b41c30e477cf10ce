namespace KreaPlatform.Generation.Bundles;

/// <summary>A folder that is to be judged.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Fingerprint">The state it is in.</param>
/// <param name="Settled">Whether it looked the same before: a failure is then final for this state.</param>
public readonly record struct FolderDue(string Folder, string Fingerprint, bool Settled);
