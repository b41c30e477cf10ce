using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Problems;

/// <summary>One thing that is wrong with a request: an entry of <c>errors</c> in a problem (RFC 9457).</summary>
/// <param name="Code">Stable, for programs: one of <see cref="FieldErrorCode"/>.</param>
/// <param name="Detail">For a person: what was expected and what came.</param>
public sealed record FieldError(string Code, string Detail)
{
    /// <summary>Where in the JSON body (RFC 6901): the field that is wrong, or the one that is missing. Empty for the whole body, null when the error is not in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>Name of the query parameter or header that is wrong, when the error is not in the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>An error in the body.</summary>
    public static FieldError At(string pointer, string code, string detail) => new(code, detail) { Pointer = pointer };

    /// <summary>An error in a query parameter or header.</summary>
    public static FieldError In(string parameter, string code, string detail) => new(code, detail) { Parameter = parameter };
}
