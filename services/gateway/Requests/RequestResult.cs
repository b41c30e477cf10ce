using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>What became of a request: exactly one of understood, invalid, (for now) impossible and (for good) retired.</summary>
public sealed record RequestResult
{
    /// <summary>The request as understood, defaults filled in.</summary>
    public GenerationRequest? Request { get; private init; }

    /// <summary>Everything that is wrong with it; empty unless it is invalid.</summary>
    public IReadOnlyList<FieldError> Errors { get; private init; } = [];

    /// <summary>Why a valid request can't be served now.</summary>
    public string? Unavailable { get; private init; }

    /// <summary>Why a valid request can't be served any more.</summary>
    public string? Retired { get; private init; }

    /// <summary>The request is valid and its model is there.</summary>
    public static RequestResult Understood(GenerationRequest request) => new() { Request = request };

    /// <summary>The request is invalid.</summary>
    public static RequestResult Invalid(IReadOnlyList<FieldError> errors) => new() { Errors = errors };

    /// <summary>The request is valid as far as can be told, but its model is not there now.</summary>
    public static RequestResult Impossible(string reason) => new() { Unavailable = reason };

    /// <summary>The request is valid as far as can be told, but its model is no longer offered.</summary>
    public static RequestResult Gone(string reason) => new() { Retired = reason };
}
