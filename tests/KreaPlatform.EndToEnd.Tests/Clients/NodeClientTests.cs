using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests.Clients;

/// <summary>Clients of npm, and Krea's documented flow.</summary>
public sealed class NodeClientTests(ClientsPlatform platform) : IClassFixture<ClientsPlatform>
{
    private Dictionary<string, string> Environment => new()
    {
        ["BASE_URL"] = platform.Serving.Http.BaseAddress!.ToString().TrimEnd('/'), ["KEY"] = ServingPlatform.Key, ["MASK"] = ClientsPlatform.HalfMask,
        ["IMAGE"] = ClientsPlatform.HalfMask, ["WEBHOOK_PORT"] = $"{platform.ReceiverPort}",
    };

    [Fact]
    public async Task OpenAI_s_own_JavaScript_client_works_by_changing_its_base_URL()
    {
        var lines = await NodeScript.RunAsync("openai/images.mjs", "openai", Environment);
        Assert.Equal(["ok models", "ok generations", "ok links", "ok formats", "ok edits", "ok streams", "ok errors"], lines.Select(line => line.Split(" (")[0]));
    }

    [Fact]
    public async Task Krea_s_documented_flow_works_by_changing_the_base_URL()
    {
        var lines = await NodeScript.RunAsync("krea/flow.mjs", null, Environment);
        Assert.Equal(["ok upload", "ok generate", "ok poll", "ok webhook", "ok cancel", "ok list and errors"], lines);
    }
}
