using System.Text;
using System.Text.Json;

namespace KreaPlatform.Standalone.Generate;

/// <summary>Problem details (RFC 9457) as lines for a terminal.</summary>
internal static class Problem
{
    /// <summary>The detail, then one line for each offending field.</summary>
    public static string Describe(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var problem = document.RootElement;
            var text = new StringBuilder(Text(problem, "detail") ?? Text(problem, "title") ?? body);
            if (problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
                foreach (var error in errors.EnumerateArray()) text.Append($"\n  {Text(error, "pointer")}: {Text(error, "detail")}");
            return text.ToString();
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() : null;
}
