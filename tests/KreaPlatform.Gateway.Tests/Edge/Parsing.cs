using System.Text;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Edge;

/// <summary>Short ways to parse a body in tests.</summary>
internal static class Parsing
{
    public const long DrawnSeed = 4711;

    public static RequestContext Context(params ModelDescription[] models) => new(models, id => models.FirstOrDefault(m => m.Id == id),
        models.FirstOrDefault()?.Id, EdgeUnderTest.Alice, () => DrawnSeed);

    public static RequestResult Parse(string json, params ModelDescription[] models)
    {
        var (document, error) = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(error);
        using (document) return RequestParser.Parse(document!.RootElement, Context(models.Length == 0 ? [Models.Nano] : models));
    }

    public static GenerationRequest Understand(string json)
    {
        var result = Parse(json);
        Assert.Empty(result.Errors);
        return result.Request ?? throw new InvalidOperationException(result.Unavailable);
    }

    /// <summary>The errors as "pointer code", sorted.</summary>
    public static string[] Errors(string json)
    {
        var result = Parse(json);
        Assert.Null(result.Request);
        return [.. result.Errors.Select(Short).Order(StringComparer.Ordinal)];
    }

    public static string Short(FieldError error) => $"{error.Pointer} {error.Code}";
}
