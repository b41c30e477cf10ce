using System.Text.Json;

namespace KreaPlatform.Standalone.Generate;

/// <summary>The parts of the public generation resource that the command shows.</summary>
internal sealed record GenerationResource
{
    /// <summary>How the public API writes JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>Its state.</summary>
    public required string Status { get; init; }
    /// <summary>The request as understood.</summary>
    public GenerationAsk? Request { get; init; }
    /// <summary>Place in the queue.</summary>
    public int? Position { get; init; }
    /// <summary>Its images, once there are any.</summary>
    public IReadOnlyList<GeneratedPicture> Images { get; init; } = [];
    /// <summary>How they were made.</summary>
    public GenerationAccount? Receipt { get; init; }
    /// <summary>Why there are none.</summary>
    public GenerationError? Error { get; init; }

    /// <summary>Whether nothing will change any more.</summary>
    public bool HasEnded => Status is "completed" or "failed" or "refused" or "cancelled";
}

/// <summary>The request as understood.</summary>
internal sealed record GenerationAsk(string Prompt, int Steps, double Guidance, long Seed);

/// <summary>One image.</summary>
internal sealed record GeneratedPicture(int Index, string Status, string? Code, string? Url, int Width, int Height, long Seed, string Prompt);

/// <summary>Why a generation ended without images.</summary>
internal sealed record GenerationError(string Code, string Message);

/// <summary>How the images were made.</summary>
internal sealed record GenerationAccount(
    string Model, string Bundle, IReadOnlyDictionary<string, JsonElement> Times, IReadOnlyList<PictureAccount> Images, DiversityAccount? Diversity,
    IReadOnlyList<string> WithoutEffect);

/// <summary>How much the images differ: Vendi scores, from 1 (all alike) to their number.</summary>
internal sealed record DiversityAccount(double Style, double Content);

/// <summary>How one image was made.</summary>
internal sealed record PictureAccount(int Steps, int PromptTokens, bool Truncated, IReadOnlyList<SourceAccount> Sources);

/// <summary>What a style source was asked to do to an image, and what it did: a share of the way from noise to image.</summary>
internal sealed record SourceAccount(string Kind, string Id, double Applied, double Measured);
