using System.Globalization;
using System.Text;

namespace KreaPlatform.Gateway.Moderation;

/// <summary>
/// Brings different ways of writing a word together, for comparison only. Steps:
/// <list type="number">
/// <item>compatibility forms (NFKC), invisible characters dropped, lower case;</item>
/// <item>accents dropped from Latin, Greek and Cyrillic letters; look-alikes of Latin letters within otherwise Latin words become Latin;</item>
/// <item>words apart at everything that is neither letter nor digit;</item>
/// <item>digits and signs that stand for letters inside a word become letters (p0rn, s&amp;#36;x);</item>
/// <item>runs of single letters become a word (n u d e); three or more equal letters in a row become one.</item>
/// </list>
/// </summary>
public static class PromptNormalizer
{
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsԁdһhοoαaεeιiκkνvρpτtυuχx";

    /// <summary>The normalised words, in order. Scripts without spaces come as one word a run.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var raw in Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = Squeeze(Unleet(ToLatin(raw)));
            if (word.Length > 0) words.Add(word);
        }
        return JoinSpelled(words);
    }

    // Steps 1 to 3. Signs that stand for letters survive within a word.
    private static string Fold(string text)
    {
        string compatible;
        try { compatible = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD); }
        catch (ArgumentException) { compatible = text.ToLowerInvariant(); }                 // lone surrogates
        var builder = new StringBuilder(compatible.Length);
        for (var i = 0; i < compatible.Length; i++)
        {
            var c = compatible[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark when builder.Length > 0 && builder[^1] < '\u0530':
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate:
                    builder.Append(c);
                    break;
                default:
                    var within = i > 0 && i + 1 < compatible.Length && char.IsLetterOrDigit(compatible[i - 1])
                        && char.IsLetterOrDigit(compatible[i + 1]);
                    builder.Append(c is '@' or '$' && (within || (i + 1 < compatible.Length && char.IsLetter(compatible[i + 1]))) ? c : ' ');
                    break;
            }
        }
        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string ToLatin(string word)
    {
        if (!word.Any(c => c is >= 'a' and <= 'z')) return word;
        return string.Create(word.Length, word, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var at = source[i] < '\u0370' ? -1 : LookAlikes.IndexOf(source[i]);
                span[i] = at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : source[i];
            }
        });
    }

    private static string Unleet(string word)
    {
        if (!word.Any(char.IsLetter) || word.All(char.IsLetter)) return word;
        return string.Create(word.Length, word, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => source[i] };
        });
    }

    private static string Squeeze(string word)
    {
        var builder = new StringBuilder(word.Length);
        for (int i = 0, run; i < word.Length; i += run)
        {
            for (run = 1; i + run < word.Length && word[i + run] == word[i];) run++;
            builder.Append(word[i], char.IsLetter(word[i]) && run < 3 ? run : 1);
        }
        return builder.ToString();
    }

    private static List<string> JoinSpelled(List<string> words)
    {
        var joined = new List<string>(words.Count);
        for (int i = 0, run; i < words.Count; i += run)
        {
            for (run = 0; i + run < words.Count && words[i + run].Length == 1 && char.IsLetter(words[i + run][0]);) run++;
            if (run >= 3) joined.Add(string.Concat(words.Skip(i).Take(run)));
            else joined.AddRange(words.Skip(i).Take(run = Math.Max(run, 1)));
        }
        return joined;
    }
}
