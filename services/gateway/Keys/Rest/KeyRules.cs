using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>Judges what is asked of keys, whichever way it came in. Pure.</summary>
public static class KeyRules
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 100;
    /// <summary>Longest time for which a rotated key stays in force.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);
    /// <summary>For how long it does when nobody says.</summary>
    public static readonly TimeSpan DefaultOverlap = TimeSpan.FromDays(1);

    /// <summary>A key as asked for; of no use when there are errors. Without scopes it may do what <paramref name="caller"/> may.</summary>
    public static KeyDraft Key(KeyBody body, Caller caller, DateTimeOffset now, ErrorList errors)
    {
        if (string.IsNullOrWhiteSpace(body.Name)) errors.Add("/name", FieldErrorCode.Required, "is required: say what the key is for");
        else TextRules.Check(body.Name, "/name", LongestName, lines: false, errors);

        var scopes = body.Scopes is null ? caller.Scopes & Scopes.Account : Scopes.None;
        if (body.Scopes is { Count: 0 }) errors.Add("/scopes", FieldErrorCode.Empty, "must have at least one scope");
        for (var i = 0; i < body.Scopes?.Count; i++)
        {
            if (body.Scopes[i] is not { } name) continue;
            if (ScopeNames.TryParse(name, out var scope)) scopes |= scope;
            else errors.Add($"/scopes/{i}", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", ScopeNames.OfAccounts)}");
        }

        DateTimeOffset? end = null;
        if (body.ExpiresAt is not null)
        {
            if (!Rfc3339.TryParse(body.ExpiresAt, out var time))
                errors.Add("/expires_at", FieldErrorCode.Malformed, "must be an RFC 3339 time with its offset, for instance 2027-01-31T12:00:00Z");
            else if (time <= now) errors.Add("/expires_at", FieldErrorCode.OutOfRange, "must be in the future");
            else end = time;
        }
        return new KeyDraft(body.Name?.Trim() ?? "", scopes, end);
    }

    /// <summary>For how long a rotated key stays in force.</summary>
    public static TimeSpan Overlap(RotationBody body, ErrorList errors)
    {
        if (body.OverlapSeconds is not { } seconds) return DefaultOverlap;
        if (seconds >= 0 && seconds <= (long)LongestOverlap.TotalSeconds) return TimeSpan.FromSeconds(seconds);
        errors.Add("/overlap_seconds", FieldErrorCode.OutOfRange, $"must be an integer from 0 to {LongestOverlap.TotalSeconds}");
        return default;
    }

    /// <summary>What to tell a caller whose key was not made or ended.</summary>
    public static Problem Refusal(KeyRefusal refusal) => refusal switch
    {
        KeyRefusal.NotFound => new Problem(ProblemKind.NotFound, "There is no key of that id in your account."),
        KeyRefusal.TooStrong => new Problem(ProblemKind.Forbidden, "A key makes, rotates and revokes only keys whose scopes it has itself."),
        KeyRefusal.NotInForce => new Problem(ProblemKind.Conflict, "The key is revoked or has expired: make a new one."),
        _ => new Problem(ProblemKind.LimitReached, $"An account has at most {KeyService.Most} keys in force: revoke one first."),
    };
}
