namespace KreaPlatform.Gateway.Jobs;

/// <summary>What a job was made from.</summary>
/// <param name="Id">The earlier generation.</param>
/// <param name="Relation"><c>rerun</c>, <c>variation</c> or <c>upscale</c>.</param>
/// <param name="Image">Its image, from 0; null for a rerun.</param>
public sealed record JobParent(string Id, JobRelation Relation, int? Image = null);
