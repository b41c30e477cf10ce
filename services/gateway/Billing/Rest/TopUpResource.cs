using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>A top-up as the public API shows it.</summary>
public sealed record TopUpResource
{
    /// <summary>Id, <c>top_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>top_up</c>.</summary>
    public string Object { get; } = "top_up";
    /// <summary><c>pending</c>, <c>paid</c> or <c>refused</c>.</summary>
    public required TopUpStatus Status { get; init; }
    /// <summary>How much, in micro-units.</summary>
    public required long AmountMicros { get; init; }
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it was paid or refused.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    /// <summary>What to do next; only in the answer that made it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instructions { get; init; }

    /// <summary>The resource of a row.</summary>
    public static TopUpResource Of(TopUp row, string? instructions = null) => new()
    {
        Id = row.Id, Status = row.Status, AmountMicros = row.AmountMicros, Currency = row.Currency, CreatedAt = row.CreatedAt, EndedAt = row.EndedAt, Instructions = instructions,
    };
}
