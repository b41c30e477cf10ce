using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Styles;

/// <summary>Which styles a list shows: the account's own, or all that are shared.</summary>
internal static class StyleScope
{
    public const string Own = "own";
    public const string Shared = "shared";
    public const string Parameter = "scope";

    /// <summary>Whether the shared ones are asked for; an unknown value is an error.</summary>
    public static bool IsShared(string? value, List<FieldError> errors)
    {
        if (value is not (null or "" or Own or Shared))
            errors.Add(FieldError.In(Parameter, FieldErrorCode.UnknownValue, $"must be one of {Own}, {Shared}"));
        return value == Shared;
    }
}
