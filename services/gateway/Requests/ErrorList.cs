using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Collects errors so that a caller learns all of them from one answer; bounded, so that a hostile body can't ask for a huge one.</summary>
public sealed class ErrorList
{
    /// <summary>How many errors are listed; one more entry says that there are others.</summary>
    public const int Most = 64;

    private readonly List<FieldError> _errors = [];

    /// <summary>The errors in the order in which they were found.</summary>
    public IReadOnlyList<FieldError> Items => _errors;

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Adds an error at a pointer into the body.</summary>
    public void Add(string pointer, string code, string detail) => Add(FieldError.At(pointer, code, detail));

    /// <summary>Adds an error.</summary>
    public void Add(FieldError error)
    {
        if (_errors.Count < Most) _errors.Add(error);
        else if (_errors.Count == Most) _errors.Add(FieldError.At("", FieldErrorCode.MoreErrors, $"there are more errors; the first {Most} are listed"));
    }
}
