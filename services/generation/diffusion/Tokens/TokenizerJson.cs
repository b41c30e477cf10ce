using System.Text.Json;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tokens;

/// <summary>
/// Reads a tokenizer.json (Hugging Face tokenizers) of the kind that Krea 2 uses: byte-level BPE, one split expression, NFC and maybe lower case,
/// special tokens found in raw text. Anything else is refused by name, since it would give other ids in silence.
/// </summary>
internal static class TokenizerJson
{
    public const string File = "tokenizer.json";

    public static (Dictionary<string, int> Vocabulary, List<string> Merges, Dictionary<string, int> Special, TextNormalizer Normalizer, string Pattern) Read(string path)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            var model = root.GetProperty("model");
            CheckModel(model);
            return (Vocabulary(model), Merges(model), Special(root), Normalizer(root.GetProperty("normalizer")), Pattern(root.GetProperty("pre_tokenizer")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BundleException(File, "a whole tokenizer of kind BPE", e.Message, e);
        }
    }

    private static void CheckModel(JsonElement model)
    {
        Need(model.GetProperty("type").GetString() == "BPE", "model BPE", model.GetProperty("type").GetRawText());
        foreach (string flag in (string[])["fuse_unk", "byte_fallback", "ignore_merges"])
            Need(!model.TryGetProperty(flag, out var value) || value.ValueKind != JsonValueKind.True, $"{flag} false", "true");
        foreach (string affix in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            bool none = !model.TryGetProperty(affix, out var value) || value.ValueKind == JsonValueKind.Null || value.GetString() == "";
            Need(none, $"no {affix}", none ? "" : value.GetRawText());
        }
    }

    private static Dictionary<string, int> Vocabulary(JsonElement model) =>
        model.GetProperty("vocab").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32(), StringComparer.Ordinal);

    /// <summary>Pairs in order; written as <c>["a", "b"]</c> or, by older tools, as <c>"a b"</c>.</summary>
    private static List<string> Merges(JsonElement model) =>
        [.. model.GetProperty("merges").EnumerateArray().Select(pair => pair.ValueKind == JsonValueKind.String ? pair.GetString()! : $"{pair[0].GetString()} {pair[1].GetString()}")];

    private static Dictionary<string, int> Special(JsonElement root)
    {
        Dictionary<string, int> special = new(StringComparer.Ordinal);
        foreach (var token in root.GetProperty("added_tokens").EnumerateArray())
        {
            string content = token.GetProperty("content").GetString()!;
            foreach (string flag in (string[])["single_word", "lstrip", "rstrip", "normalized"])
                Need(!token.GetProperty(flag).GetBoolean(), $"{flag} false for added token {content}", "true");
            special.Add(content, token.GetProperty("id").GetInt32());
        }
        return special;
    }

    private static TextNormalizer Normalizer(JsonElement normalizer)
    {
        if (normalizer.ValueKind == JsonValueKind.Null)
            return new TextNormalizer(false, false);
        string type = normalizer.GetProperty("type").GetString()!;
        string[] steps = type == "Sequence"
            ? [.. normalizer.GetProperty("normalizers").EnumerateArray().Select(step => step.GetProperty("type").GetString()!)]
            : [type];
        bool known = steps is [] or ["NFC"] or ["Lowercase"] or ["NFC", "Lowercase"];
        Need(known, "normalizer NFC, Lowercase or both", string.Join(", ", steps));
        return new TextNormalizer(steps.Contains("NFC"), steps.Contains("Lowercase"));
    }

    private static string Pattern(JsonElement splitter)
    {
        var steps = splitter.GetProperty("type").GetString() == "Sequence" ? splitter.GetProperty("pretokenizers").EnumerateArray().ToArray() : [splitter];
        string found = string.Join(", ", steps.Select(step => step.GetProperty("type").GetString()));
        Need(found == "Split, ByteLevel", "pre_tokenizer Split, ByteLevel", found);
        var (split, bytes) = (steps[0], steps[1]);
        Need(split.GetProperty("behavior").GetString() == "Isolated" && !split.GetProperty("invert").GetBoolean(), "a split that isolates its matches", split.GetRawText());
        bool plain = !bytes.GetProperty("add_prefix_space").GetBoolean() && !bytes.GetProperty("use_regex").GetBoolean();
        Need(plain, "byte level without a prefix space or an expression of its own", bytes.GetRawText());
        return split.GetProperty("pattern").GetProperty("Regex").GetString()!;
    }

    private static void Need(bool holds, string expected, string found)
    {
        if (!holds)
            throw new BundleException(File, expected, found);
    }
}
