namespace KreaPlatform.Standalone.Generate;

/// <summary>Images of a contact sheet that belong together.</summary>
/// <param name="Label">Shown above them; null for a sheet with one kind of image.</param>
/// <param name="Images">Encoded images with their seeds, in order; all of one size.</param>
internal sealed record SheetRow(string? Label, IReadOnlyList<(byte[] Encoded, long Seed)> Images);
