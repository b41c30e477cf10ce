namespace KreaPlatform.Gateway.Moderation;

/// <summary>Why a prompt is refused. The names, in snake_case, are the codes that the API gives.</summary>
public enum ModerationCategory
{
    /// <summary>Sexual content that involves minors; refused whatever else is allowed.</summary>
    SexualMinors,

    /// <summary>Explicit sexual content.</summary>
    Sexual,

    /// <summary>Gore and graphic violence.</summary>
    Violence,

    /// <summary>Hate against groups, and its symbols in praise.</summary>
    Hate,

    /// <summary>Suicide and self-harm.</summary>
    SelfHarm,

    /// <summary>Terms that the operator added.</summary>
    Operator,
}
