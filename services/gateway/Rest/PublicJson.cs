using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Rest;

/// <summary>How the public API writes JSON: snake_case names and enumerations, RFC 3339 UTC times, absent values as <c>null</c>, text unescaped.</summary>
public static class PublicJson
{
    /// <summary>The options, read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            // Answers are never embedded in HTML; escaping everything outside ASCII would only make them unreadable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new Rfc3339Converter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
