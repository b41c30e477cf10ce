namespace KreaPlatform.Gateway.Moderation;

/// <summary>Configuration section <c>Moderation</c>.</summary>
public sealed class ModerationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Moderation";

    /// <summary>Whether prompts are judged at all. The licence of Krea 2 asks whoever deploys it to filter.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Categories that this operator lets pass; <see cref="ModerationCategory.SexualMinors"/> can't be among them.</summary>
    public List<ModerationCategory> AllowedCategories { get; set; } = [];

    /// <summary>More terms to refuse: words, or several words in order.</summary>
    public List<string> RefusedTerms { get; set; } = [];

    /// <summary>More harmless phrases that hold a refused term: names, breeds, dishes.</summary>
    public List<string> AllowedPhrases { get; set; } = [];
}
