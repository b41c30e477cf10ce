using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace KreaPlatform.Diffusion.Tokens;

/// <summary>
/// Splits text where the tokenizer's regular expression does. .NET matches UTF-16 units while the expression means characters, so it is run over a string that
/// has one unit a character: those above U+FFFF are replaced by a stand-in of the same class.
/// </summary>
internal sealed class SplitRule(string pattern) : PreTokenizer
{
    // Without case, so that no ignore-case group of a pattern meets them.
    private const char Letter = 'ª', Number = '²', Mark = '\u0301', Other = '©';

    private readonly Regex regex = new(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text) => Pieces(text.ToString());

    public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) => Pieces(text);

    private List<(int Offset, int Length)> Pieces(string text)
    {
        var (characters, offsets) = OneUnitEach(text);
        List<(int Offset, int Length)> pieces = [];
        int end = 0;
        // The expression isolates its matches; what lies between two of them is a piece too.
        for (var match = regex.Match(characters); match.Success; match = match.NextMatch())
        {
            Add(end, match.Index);
            Add(match.Index, end = match.Index + match.Length);
        }
        Add(end, characters.Length);
        return pieces;

        void Add(int from, int to)
        {
            if (to > from)
                pieces.Add((offsets[from], offsets[to] - offsets[from]));
        }
    }

    private static (string Characters, int[] Offsets) OneUnitEach(string text)
    {
        var characters = new StringBuilder(text.Length);
        List<int> offsets = new(text.Length + 1);
        int offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            offsets.Add(offset);
            characters.Append(rune.IsBmp ? (char)rune.Value : StandIn(rune));
            offset += rune.Utf16SequenceLength;
        }
        offsets.Add(offset);
        return (characters.ToString(), [.. offsets]);
    }

    private static char StandIn(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Mark,
        _ => Other,
    };
}
