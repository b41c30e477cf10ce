using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Bodies about assets and styles for the description, written by the same code that writes the real ones.</summary>
internal static class AssetExamples
{
    private const string AssetId = "ast_01m85njxmsf2ta7xhw9stqbbz1";
    private const string StyleId = "sty_01m85nk7c7etwt9v2eafnp9aa1";
    private const string Url = $"https://api.example.com/v1/assets/{AssetId}/content?expires=1769950800&signature=3rDk…";
    private static readonly DateTimeOffset Came = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly AssetResource AssetResource = new()
    {
        Id = AssetId, CreatedAt = Came, Origin = AssetOrigin.Upload, GenerationId = null, ImageIndex = null, Format = "jpeg", OriginalFormat = "jpeg", Bytes = 184_320,
        Width = 1024, Height = 768, Url = Url, UrlExpiresAt = Came.AddHours(25), Description = DescriptionStatus.Described,
        Rights = AssetRights.Of("acc_01m85njw0x4f8v3m1c2k9qaz4w", new RightsHints { DataMining = "prohibited_gen_ai_ml_training" }),
    };

    private static readonly StyleResource OwnStyle = new()
    {
        Id = StyleId, Name = "ink on rough paper", Visibility = StyleVisibility.Shared, Own = true, CreatedAt = Came, UpdatedAt = Came, ImageCount = 1,
        Images = [new StyleImageResource(AssetId, 1, Url, Came.AddHours(25))],
    };

    public static JsonNode Asset => Node(AssetResource);

    public static JsonNode Assets => Node(new AssetList([AssetResource], "AAZJ…"));

    public static JsonNode Style => Node(OwnStyle);

    public static JsonNode Styles => Node(new StyleList([OwnStyle with { Own = false, Images = null }], null));

    public const string FromUrl = """{ "url": "https://example.com/ink.png" }""";

    public const string NewStyle = $$"""{ "name": "ink on rough paper", "images": ["{{AssetId}}", "https://example.com/ink.png"], "weights": [1, 0.5], "visibility": "shared" }""";

    public const string Changes = """{ "visibility": "private" }""";

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}
