using System.Globalization;
using System.Text;

namespace KreaPlatform.Generation.Expansion;

/// <summary>What a language model's text must be like to become a prompt. Nothing that it says is trusted. Pure.</summary>
public static class ExpansionRules
{
    /// <summary>Most characters, as of a person's prompt.</summary>
    public const int LongestPrompt = 4000;

    /// <summary>Why a text is not used; null when it may be.</summary>
    /// <param name="text">What the language model wrote.</param>
    /// <param name="prompt">What the person wrote: it must be in the text, letter for letter.</param>
    /// <param name="specialTokens">Texts that would steer the model's tokenizer.</param>
    /// <param name="fits">Whether a prompt fits the model's tokens.</param>
    public static string? Complaint(string text, string prompt, IReadOnlyList<string> specialTokens, Func<string, bool> fits)
    {
        if (text.Length > LongestPrompt) return "too long";
        var at = text.IndexOf(prompt, StringComparison.Ordinal);
        if (at < 0) return "without the person's words";
        if (!IsPlain(text.AsSpan(0, at)) || !IsPlain(text.AsSpan(at + prompt.Length))) return "with control characters";
        if (specialTokens.Any(token => text.Contains(token, StringComparison.Ordinal))) return "with special tokens";
        return fits(text) ? null : "longer than the model's tokens";
    }

    // Letters, marks, digits, punctuation and spaces; nothing that controls, formats invisibly or means nothing.
    private static bool IsPlain(ReadOnlySpan<char> added)
    {
        while (!added.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(added, out var rune, out var length) != System.Buffers.OperationStatus.Done) return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return false;
            added = added[length..];
        }
        return true;
    }
}
