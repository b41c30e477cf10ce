namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about an operation.</summary>
/// <param name="Summary">A few words.</param>
/// <param name="Description">The rest, in Markdown.</param>
internal sealed record OperationDoc(string Summary, string Description)
{
    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ParameterDoc> Parameters { get; init; } = [];
    /// <summary>Bodies that it takes, one of them; empty for none.</summary>
    public IReadOnlyList<BodyDoc> Bodies { get; init; } = [];
    /// <summary>Whether it needs a key.</summary>
    public bool NeedsKey { get; init; } = true;
    /// <summary>Answers that it has in common with its neighbours; null for the usual ones, which are problems.</summary>
    public IReadOnlyList<AnswerDoc>? Common { get; init; }
    /// <summary>Its answers; those that every operation may give are added.</summary>
    public required IReadOnlyList<AnswerDoc> Answers { get; init; }
}
