using System.Text.Json;
using KreaPlatform.Diffusion.Tokens;

namespace KreaPlatform.Diffusion.Tests.Golden;

public sealed class GoldenTokensTests
{
    public static TheoryData<string> Lists => [.. GoldenFolder.TokenLists()];

    [Theory, MemberData(nameof(Lists))]
    public void Every_text_of_the_list_has_the_ids_of_the_reference_tokenizer(string list)
    {
        var tokenizer = TextTokenizer.Load(Path.Combine(GoldenFolder.Path, list.Replace("-tokens.jsonl", "-tokenizer.json")));
        int texts = 0;
        foreach (string line in File.ReadLines(Path.Combine(GoldenFolder.Path, list)).Where(line => line.Length > 0))
        {
            using var entry = JsonDocument.Parse(line);
            string text = entry.RootElement.GetProperty("text").GetString()!;
            int[] expected = [.. entry.RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            Assert.True(expected.SequenceEqual(tokenizer.Encode(text)), $"{JsonSerializer.Serialize(text)}: {string.Join(' ', expected)} / {string.Join(' ', tokenizer.Encode(text))}");
            texts++;
        }
        Assert.NotEqual(0, texts);
    }
}
