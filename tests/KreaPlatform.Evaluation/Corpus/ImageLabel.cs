namespace KreaPlatform.Evaluation.Corpus;

/// <summary>The truth about a picture of the evaluation set, as its index has it.</summary>
/// <param name="File">Name in the folder.</param>
/// <param name="Style">Number of its style; twelve pictures share one.</param>
/// <param name="Rendering">flat, gradient, ink, cartoon or 3d.</param>
/// <param name="Medium">One of eleven, or "none".</param>
/// <param name="Grade">Warm, cold, muted and so on, or "none".</param>
/// <param name="Subject">Who it shows.</param>
internal sealed record ImageLabel(string File, int Style, string Rendering, string Medium, string Grade, string Subject);
