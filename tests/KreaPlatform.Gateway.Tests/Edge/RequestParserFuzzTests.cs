using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class RequestParserFuzzTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "7.0", "1e3", "1e-3", "1e999", "-1e999", "16", "128", "129", "9007199254740993", "\"\"", "\"a\"", "\"\\ud800\"",
        "\"\\u0000\"", "\"png\"", "\"1:1\"", "\"krea-2-nano\"", "\"krea-9\"", "[]", "[1]", "{}", "{\"format\":\"webp\"}", "{\"a\":\"b\"}", "{\"a~/\":\"\\udfff\"}",
        "{\"\\udfff\":1}", "{\"quality\":-5,\"quality\":1}", "[[[[]]]]", "\"\uD83D\uDEB2\"",
        "\"high\"", "\"data:image/png;base64,AAAA\"", "\"gen_x/images/0\"", "0.5", "-101", "8", "[{}]", "[null,1]", "[{\"image\":\"a\"}]",
        "[{\"image\":\"a\",\"influence\":-2},{\"image\":\"a\",\"influence\":2.1}]", "[{\"id\":\"a\",\"strength\":1e999}]", "[{\"id\":1}]",
        "[{\"images\":[{\"image\":\"\",\"weight\":0},{\"wieght\":1},7],\"strength\":1.5}]", "[{\"images\":[{\"image\":\"b\"}],\"id\":\"c\"}]",
        "[{},{},{},{},{},{},{},{},{},{},{\"image\":\"k\"}]",
    ];

    private static readonly string[] Names =
        [.. RequestFields.All.Names, "promt", "", "a/b", "~", "\\ud800", "reference", "OUTPUT", "\uD83D\uDEB2"];

    private static Gen<string> Bodies() =>
        from members in Gen.ListOf(
            from name in Gen.Elements(Names)
            from value in Gen.Elements(Values)
            select $"\"{name}\":{value}")
        from noise in Gen.Elements("", "\"prompt\":\"a cat\"")
        select "{" + string.Join(",", members.Prepend(noise).Where(m => m.Length > 0)) + "}";

    [Property(MaxTest = 2000)]
    public Property Any_object_is_either_understood_or_answered_with_pointers_that_lead_somewhere() => Prop.ForAll(Bodies().ToArbitrary(), json =>
    {
        using var document = JsonDocument.Parse(json);
        var result = RequestParser.Parse(document.RootElement, Parsing.Context(Models.Nano));
        Assert.True(result.Request is not null ^ result.Errors.Count > 0 ^ result.Unavailable is not null);
        foreach (var error in result.Errors) Assert.True(LeadsSomewhere(document.RootElement, error), $"{error.Pointer} {error.Code} in {json}");
        if (result.Request is not { } request) return;
        Assert.InRange(request.N, 1, 16);
        Assert.Equal((0, 0), (request.Width % 16, request.Height % 16));
        Assert.InRange(request.Width, Models.Nano.MinSide, Models.Nano.MaxSide);
        Assert.InRange(request.Height, Models.Nano.MinSide, Models.Nano.MaxSide);
        Assert.InRange(request.Seed, 0, RequestLimits.Seed);
        Assert.InRange(request.Steps, 1, 100);
        Assert.InRange(request.Guidance, 0, 20);
        Assert.False(string.IsNullOrWhiteSpace(request.Prompt));
        Assert.Contains(request.Creativity, CreativityLevels.All);
        Assert.All(request.References, r => Assert.InRange(r.Influence, -2, 2));
        Assert.Equal(request.References.Count, request.References.Select(r => r.Image).Distinct().Count());
        Assert.All(request.Styles, s => Assert.InRange(s.Strength, -2, 2));
        Assert.All(request.Moodboards, m => Assert.InRange(m.Strength, -0.5, 1.5));
        Assert.All(request.Moodboards, m => Assert.True(m.Id is null ^ m.Images is null));
        Assert.InRange(request.Diversity, 0, 1);
        Assert.All([request.Intensity, request.Complexity, request.Movement], slider => Assert.InRange(slider, -100, 100));
        Assert.Equal(request.Image is null, request.Strength is null);
        Assert.True(request.Image is not null || request.Mask is null);
        Assert.InRange(request.OutputWidth, 1, request.Width * request.Upscale);
        Assert.InRange(request.OutputHeight, 1, request.Height * request.Upscale);
        Assert.True(request.Work() > 0);
    });

    [Property(MaxTest = 2000)]
    public Property Damaged_bytes_are_answered_and_never_thrown_at() => Prop.ForAll(
        (from json in Bodies()
         from at in Gen.Choose(0, 1000)
         from value in Gen.Choose(0, 255)
         from cut in Gen.Choose(0, 3)
         select Damage(Encoding.UTF8.GetBytes(json), at, (byte)value, cut)).ToArbitrary(), bytes =>
    {
        var (document, error) = JsonBody.Parse(bytes);
        Assert.True(document is null ^ error is null);
        using (document)
            if (document is not null) RequestParser.Parse(document.RootElement, Parsing.Context(Models.Nano));
    });

    [Property]
    public void Any_text_is_a_prompt_or_says_why_not(string text)
    {
        var json = JsonSerializer.Serialize(new { prompt = text });
        using var document = JsonDocument.Parse(json);
        RequestParser.Parse(document.RootElement, Parsing.Context(Models.Nano));
    }

    private static byte[] Damage(byte[] bytes, int at, byte value, int cut)
    {
        bytes[at % bytes.Length] = value;
        return bytes[..^Math.Min(cut, bytes.Length)];
    }

    // A pointer resolves in the body, or its last segment names the member that its parent lacks.
    private static bool LeadsSomewhere(JsonElement root, FieldError error)
    {
        if (error.Pointer is null) return false;
        if (error.Pointer.Length == 0) return true;
        var segments = error.Pointer.Split('/')[1..].Select(s => s.Replace("~1", "/").Replace("~0", "~")).ToArray();
        var at = root;
        foreach (var (i, segment) in segments.Index())
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(segment, out var index) && index < at.GetArrayLength())
            {
                at = at[index];
                continue;
            }
            if (at.ValueKind != JsonValueKind.Object) return false;
            if (TryGet(at, segment, out at)) continue;
            return i == segments.Length - 1 && error.Code == FieldErrorCode.Required;
        }
        return error.Code != FieldErrorCode.Required || at.ValueKind == JsonValueKind.Null;
    }

    private static bool TryGet(JsonElement value, string name, out JsonElement found)
    {
        foreach (var member in value.EnumerateObject())
        {
            var errors = new ErrorList();
            if (!JsonValues.TryName(member, "", errors, out var here) || here != name) continue;
            found = member.Value;
            return true;
        }
        found = value;
        return false;
    }
}
