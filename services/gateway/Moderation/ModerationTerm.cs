namespace KreaPlatform.Gateway.Moderation;

/// <summary>A term and what it is about. Words in order; a last letter <c>*</c> lets any ending follow.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Text">Words, as people write them.</param>
public sealed record ModerationTerm(ModerationCategory Category, string Text);
