using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Checks of numbers, of which NaN and the infinities are in no range.</summary>
internal static class NumberRules
{
    /// <summary>The integer when it is in its range or not given; else null, with an error.</summary>
    public static long? Integer(long? value, string pointer, long least, long most, ErrorList errors, string where = "")
    {
        if (value is null || value >= least && value <= most) return value;
        errors.Add(pointer, FieldErrorCode.OutOfRange, $"must be an integer from {least} to {most}{where}");
        return null;
    }

    /// <summary>The number when it is in its range or not given; else null, with an error.</summary>
    public static double? Number(double? value, string pointer, double least, double most, ErrorList errors)
    {
        if (value is null || value >= least && value <= most) return value;
        errors.Add(pointer, FieldErrorCode.OutOfRange, FormattableString.Invariant($"must be a finite number from {least} to {most}"));
        return null;
    }
}
