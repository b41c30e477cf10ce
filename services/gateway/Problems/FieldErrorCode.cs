namespace KreaPlatform.Gateway.Problems;

/// <summary>Stable values of <see cref="FieldError.Code"/>.</summary>
public static class FieldErrorCode
{
    /// <summary>No such field or parameter here.</summary>
    public const string UnknownField = "unknown_field";
    /// <summary>The same name stands twice in one object.</summary>
    public const string DuplicateField = "duplicate_field";
    /// <summary>The value has another JSON type than the field.</summary>
    public const string WrongType = "wrong_type";
    /// <summary>The field is needed and was not given.</summary>
    public const string Required = "required";
    /// <summary>The text has no characters that count.</summary>
    public const string Empty = "empty";
    /// <summary>The text has too many characters, or the object too many members.</summary>
    public const string TooLong = "too_long";
    /// <summary>The array has too many elements.</summary>
    public const string TooMany = "too_many";
    /// <summary>The model can't do that; the sentence says which one can.</summary>
    public const string Unsupported = "unsupported";
    /// <summary>The text has lone surrogates or control characters.</summary>
    public const string InvalidCharacters = "invalid_characters";
    /// <summary>The text contains one of the model's special tokens.</summary>
    public const string SpecialToken = "special_token";
    /// <summary>The number is below or above its range, or not finite.</summary>
    public const string OutOfRange = "out_of_range";
    /// <summary>The number must be a multiple of another.</summary>
    public const string NotMultiple = "not_multiple";
    /// <summary>The value is not one of those allowed.</summary>
    public const string UnknownValue = "unknown_value";
    /// <summary>Two fields exclude each other.</summary>
    public const string Conflict = "conflict";
    /// <summary>The text does not have the form that the field or parameter needs.</summary>
    public const string Malformed = "malformed";
    /// <summary>The same thing is given twice in a list.</summary>
    public const string Duplicate = "duplicate";
    /// <summary>What the field names is not in the caller's account.</summary>
    public const string NotFound = "not_found";
    /// <summary>The URL, or the address behind it, must not be called.</summary>
    public const string UrlRefused = "url_refused";
    /// <summary>The value is valid, and the plan does not have it.</summary>
    public const string NotInPlan = "not_in_plan";
    /// <summary>There are more errors than are listed.</summary>
    public const string MoreErrors = "more_errors";
}
