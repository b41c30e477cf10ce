using System.Text;

namespace KreaPlatform.Diffusion.Tokens;

/// <summary>What tokenizer.json asks to be done to a text before it is split: NFC, and lower case where the model was trained so.</summary>
internal sealed record TextNormalizer(bool Compose, bool LowerCase)
{
    public string Normalize(string text)
    {
        string normal = Compose ? text.Normalize(NormalizationForm.FormC) : text;
        return LowerCase ? Lower(normal) : normal;
    }

    /// <summary>Character by character and whatever the culture, as the reference does (no final sigma).</summary>
    private static string Lower(string text)
    {
        var lower = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // U+0130 alone has two characters in lower case.
            if (rune.Value == 0x130)
                lower.Append("i\u0307");
            else
                lower.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return lower.ToString();
    }
}
