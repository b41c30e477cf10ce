using System.Text.Json.Serialization;

namespace KreaPlatform.Diffusion.Bundles;

/// <summary>Reads bundle.json: snake_case, required fields required, nulls refused where a value is needed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BundleManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
