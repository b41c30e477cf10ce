namespace KreaPlatform.Gateway.Idempotency;

/// <summary>What is known of a key: who works on its first request, what that made, and how it was answered.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Whose key it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>The key as the caller chose it.</summary>
    public required string Key { get; init; }
    /// <summary>SHA-256 of the first request.</summary>
    public required string Fingerprint { get; set; }
    /// <summary>Names the run that holds the key; a run that lost it can write nothing more.</summary>
    public required string Token { get; set; }
    /// <summary>Until when the holder is taken to be alive, in microseconds of the database clock.</summary>
    public long LeaseUntil { get; set; }
    /// <summary>Id of what the request made, committed together with it.</summary>
    public string? Resource { get; set; }
    /// <summary>HTTP status of the answer; null while there is none.</summary>
    public int? Status { get; set; }
    /// <summary>Media type of the answer.</summary>
    public string? ContentType { get; set; }
    /// <summary>Header <c>Location</c> of the answer.</summary>
    public string? Location { get; set; }
    /// <summary>Body of the answer.</summary>
    public byte[]? Body { get; set; }
    /// <summary>When the key is forgotten.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
