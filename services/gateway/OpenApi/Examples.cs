using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Bodies for the description, written by the same code that writes the real ones.</summary>
internal static class Examples
{
    private const string Id = "gen_01m85njxmsf2ta7xhw9stqbbz1";
    private const string Asset = "ast_01m85njxmsf2ta7xhw9stqbbz1";
    private const string Model = "krea-2-nano";
    private static readonly DateTimeOffset Accepted = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly GenerationRequest Request = new()
    {
        Model = Model, Prompt = "a cat riding a bicycle", N = 1, Width = 128, Height = 128, Seed = 42, Steps = 20, Guidance = 2.5,
        Output = new OutputSpec(OutputFormat.Png, 90), DeadlineSeconds = 600, Creativity = CreativityLevels.Medium, Upscale = 4,
        References = [new ReferenceInput(Asset, 0.8)],
    };

    public const string Body = """{ "prompt": "a cat riding a bicycle", "n": 1, "seed": 42, "creativity": "medium", "upscale": 4, "output": { "format": "png" } }""";

    private static readonly GenerationResource QueuedResource = new()
    {
        Id = Id, Status = JobStatus.Queued, CreatedAt = Accepted, StartedAt = null, EndedAt = null, Request = Request, Position = 3, EtaSeconds = 12.5, Images = [],
        PriceMicros = 30_000, Currency = "USD", Rights = new RightsResource("acc_01m85njwz3ffj8trz8zysm8rnw"),
    };

    private static readonly GenerationResource CompletedResource = QueuedResource with
    {
        Status = JobStatus.Completed, StartedAt = Accepted.AddSeconds(8), EndedAt = Accepted.AddSeconds(12), Position = null, EtaSeconds = null,
        Images =
        [
            new ImageResource
            {
                Index = 0, Status = ImageStatus.Ready, Url = $"https://api.example.com/v1/generations/{Id}/images/0?expires=1769950800&signature=3rDk…",
                UrlExpiresAt = Accepted.AddHours(25), Width = 512, Height = 512, Seed = 42,
                Prompt = "a cat riding a bicycle, pencil sketch, in the forest",
            },
        ],
        Receipt = new GenerationReceipt
        {
            Model = Model, Bundle = "9b1c…", Times = new PhaseMillis { Queue = 8000, Encode = 40, Denoise = 3700, Decode = 180, Post = 20, OnnxRuntime = 3880 },
            Images =
            [
                new ImageReceipt
                {
                    Index = 0, Seed = 42, Steps = 20, PromptTokens = 12, Truncated = false,
                    Sources = [new SourceReceipt { Kind = SourceKinds.Reference, Id = Asset, Applied = 0.8, Measured = 0.13 }], Gram = [[1.72]],
                },
            ],
        },
    };

    public static JsonNode Queued => Node(QueuedResource);

    public static JsonNode Completed => Node(CompletedResource);

    public static JsonNode Cancelled => Node(QueuedResource with { Status = JobStatus.Cancelled, EndedAt = Accepted.AddSeconds(2), Position = null, EtaSeconds = null });

    public static JsonNode Derived(JobRelation relation) => Node(QueuedResource with
    {
        Id = "gen_01m85pnn5hfcdsrhqkd1r4t9vs", Parent = new JobParent(Id, relation, relation == JobRelation.Rerun ? null : 0),
    });

    public static JsonNode Deleted => Node(CompletedResource with
    {
        Images = [.. CompletedResource.Images.Select(i => i with { Status = ImageStatus.Deleted, Url = null, UrlExpiresAt = null })],
    });

    public static JsonNode Page => Node(new PageResource([CompletedResource], "AAZJ…"));

    public static JsonNode OneModel => Node(ModelExample);

    public static JsonNode AllModels => Node(new ModelList([ModelExample], [new ModelName(Model, 1782086400, "krea"), new ModelName("gpt-image-1", 1782086400, "krea")]));

    public static JsonNode Events => $"retry: 2000\n\nevent: generation.started\nid: 2\ndata: {{\"id\":\"{Id}\",\"status\":\"running\",…}}\n\n"
        + $"event: generation.step\nid: 2\ndata: {{\"id\":\"{Id}\",\"step\":1,\"steps\":20}}\n\n";

    public static JsonNode Of(ProblemKind kind, params FieldError[] errors) => Node(new ProblemDocument
    {
        Type = kind.Type, Title = kind.Title, Status = kind.Status, Instance = "/v1/generations", RequestId = "req_01m85nk7c7etwt9v2eafnp9aa1",
        Errors = errors.Length == 0 ? null : errors,
    });

    private static ModelResource ModelExample => new()
    {
        Id = Model, Created = 1782086400, OwnedBy = "krea", Aliases = ["gpt-image-1", "krea/krea-2/medium"], State = ModelState.Stable, Family = "krea-2", Bundle = "9b1c…",
        Default = true, Available = true, Price = new ModelPrice { PerImageMicros = 30_000, WithReferencesMicros = 5_000, WithMoodboardMicros = 10_000 }, Currency = "USD", Capabilities = new ModelCapabilities("context", 10, true), DefaultSteps = 20, DefaultGuidance = 2.5, NativeSide = 128,
        MinSide = 80, MaxSide = 128, AspectRatios = new Dictionary<string, int[]> { ["1:1"] = [128, 128], ["16:9"] = [128, 72] },
    };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}
