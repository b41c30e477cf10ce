using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.Gateway.Moderation;

/// <summary>The judgement of a prompt.</summary>
/// <param name="Category">Why it is refused; null when it may pass.</param>
/// <param name="Term">The listed term that decided, for the operator's log; never shown to the caller, who would learn the list.</param>
public sealed record ModerationVerdict(ModerationCategory? Category, string? Term)
{
    /// <summary>The verdict on what may pass.</summary>
    public static ModerationVerdict Passed { get; } = new(null, null);

    /// <summary>Whether it is refused.</summary>
    [MemberNotNullWhen(true, nameof(Category), nameof(Code))]
    public bool IsRefused => Category is not null;

    /// <summary>The reason as the API gives it, <c>prompt_sexual</c> for instance; null when it passes.</summary>
    public string? Code => Category switch
    {
        null => null,
        ModerationCategory.SexualMinors => "prompt_sexual_minors",
        ModerationCategory.Sexual => "prompt_sexual",
        ModerationCategory.Violence => "prompt_violence",
        ModerationCategory.Hate => "prompt_hate",
        ModerationCategory.SelfHarm => "prompt_self_harm",
        _ => "prompt_not_allowed",
    };
}
