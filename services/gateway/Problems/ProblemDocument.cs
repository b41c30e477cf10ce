using System.Text.Json.Serialization;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Problems;

/// <summary>The JSON of a problem (RFC 9457, <c>application/problem+json</c>).</summary>
public sealed record ProblemDocument
{
    /// <summary>Which kind of problem: a URI reference that leads to its description.</summary>
    public required string Type { get; init; }
    /// <summary>The kind in a few words.</summary>
    public required string Title { get; init; }
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }
    /// <summary>What happened this time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }
    /// <summary>Path of the request.</summary>
    public required string Instance { get; init; }
    /// <summary>Names the request in logs; the same as the header <c>X-Request-Id</c>.</summary>
    public required string RequestId { get; init; }
    /// <summary>Everything that is wrong with the request, when that can be said by field or parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldError>? Errors { get; init; }
    /// <summary>Names of the limits that were reached, as in <c>RateLimit-Policy</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("violated-policies")]
    public IReadOnlyList<string>? ViolatedPolicies { get; init; }
    /// <summary>What the request costs and what is missing, when the balance does not cover it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaymentNeeded? Payment { get; init; }
}
