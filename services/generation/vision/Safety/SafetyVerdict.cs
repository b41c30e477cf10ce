namespace KreaPlatform.Vision.Safety;

/// <summary>The judgement of one image.</summary>
/// <param name="Outcome">What may be done with it.</param>
/// <param name="Score">The classifier's score, 0 (safe) to 1.</param>
/// <param name="Code">Null when safe; else the reason that the API gives: <c>unsafe_image</c>, or <c>unjudged_image</c> when there was no usable
/// score.</param>
public sealed record SafetyVerdict(SafetyOutcome Outcome, float Score, string? Code)
{
    /// <summary>The rule: thresholds, and refusal of whatever could not be judged.</summary>
    public static SafetyVerdict Judge(float score, SafetyOptions options)
    {
        if (!float.IsFinite(score)) return new SafetyVerdict(SafetyOutcome.Refused, 1, "unjudged_image");
        if (score >= options.RefuseAt) return new SafetyVerdict(SafetyOutcome.Refused, score, "unsafe_image");
        return score >= options.FlagAt ? new SafetyVerdict(SafetyOutcome.Flagged, score, "unsafe_image")
            : new SafetyVerdict(SafetyOutcome.Safe, score, null);
    }
}
