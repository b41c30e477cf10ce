namespace KreaPlatform.Evaluation.CommandLine;

/// <summary>What to evaluate, and how thoroughly.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>Names of experiments; all when there are none.</summary>
    public required IReadOnlyList<string> Experiments { get; init; }

    /// <summary>A few pairs and seeds, to see that it runs.</summary>
    public bool Quick { get; init; }

    /// <summary>Pairs of prompt and reference, at most one a style.</summary>
    public int Pairs { get; init; } = 20;

    /// <summary>Jobs a prompt and setting of variation.</summary>
    public int Jobs { get; init; } = 3;

    /// <summary>Threads of one model call; 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Where reports, pictures and remembered observations go.</summary>
    public required string Out { get; init; }
}
