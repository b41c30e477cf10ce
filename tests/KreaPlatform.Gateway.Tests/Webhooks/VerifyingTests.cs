using System.Diagnostics;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>What the documentation tells receivers to do with our deliveries, done: by the npm package that everybody uses, in Python and in C#.</summary>
public sealed class VerifyingTests(VerifyingTests.Deliveries deliveries) : IClassFixture<VerifyingTests.Deliveries>
{
    [Fact]
    public async Task The_npm_package_standardwebhooks_accepts_what_we_sign_and_nothing_else()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Clients, "node_modules", "standardwebhooks")), "the npm package standardwebhooks is not installed: npm ci in tests/clients/webhooks");
        Assert.Equal(deliveries.Expected("refused WebhookVerificationError"), await RunAsync("node", "check.mjs"));
    }

    [Fact]
    public async Task So_does_the_documented_Python()
    {
        Assert.SkipUnless(IsInstalled("python3"), "Python is not installed");
        Assert.Equal(deliveries.Expected("refused"), await RunAsync("python3", "check.py"));
    }

    [Fact]
    public void So_does_the_documented_CSharp() => Assert.Equal(
        deliveries.All.Select(d => d.Genuine),
        deliveries.All.Select(d => DocumentedVerifier.Verify(deliveries.Secret, d.Headers["webhook-id"], d.Headers["webhook-timestamp"], d.Headers["webhook-signature"], d.Body)));

    [Fact]
    public void The_documentation_has_the_code_that_is_tested()
    {
        var documentation = File.ReadAllText(Path.Combine(Root, "docs", "webhooks.md"));
        Assert.Contains(File.ReadAllText(Path.Combine(Clients, "verify.mjs")), documentation);
        Assert.Contains(File.ReadAllText(Path.Combine(Clients, "verify.py")), documentation);
        var source = File.ReadAllText(Path.Combine(Root, "tests", "KreaPlatform.Gateway.Tests", "Webhooks", "DocumentedVerifier.cs"));
        var lines = source.Split("    // docs\n")[1].Split("    // end\n")[0].Split('\n').Select(line => line.StartsWith("    ") ? line[4..] : line);
        Assert.Contains(string.Join('\n', lines), documentation);
    }

    [Fact]
    public void The_lock_file_names_no_registry() =>
        Assert.DoesNotContain("resolved", File.ReadAllText(Path.Combine(Clients, "package-lock.json")));

    private async Task<string[]> RunAsync(string program, string script)
    {
        var start = new ProcessStartInfo(program, [script])
        {
            WorkingDirectory = Clients, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["WEBHOOK_SECRET"] = deliveries.Secret, ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        foreach (var delivery in deliveries.All) await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { headers = delivery.Headers, body = delivery.Body }));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsInstalled(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Root { get; } = FindRoot();

    private static string Clients { get; } = Path.Combine(Root, "tests", "clients", "webhooks");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KreaPlatform.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("KreaPlatform.sln");
    }

    /// <summary>Deliveries as a receiver got them from a gateway, and the same, forged.</summary>
    public sealed class Deliveries : IAsyncLifetime
    {
        public sealed record Delivery(bool Genuine, Dictionary<string, string> Headers, byte[] Body);

        public string Secret { get; private set; } = "";
        public List<Delivery> All { get; } = [];

        public string[] Expected(string refused) => [.. All.Select(d => d.Genuine ? "accepted generation.completed" : refused)];

        public async ValueTask InitializeAsync()
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            await using var gateway = new WebhookGateway(await GatewayUnderTest.StartAsync(settings: WebhookGateway.With()));
            gateway.Trust(receiver);
            (var endpoint, Secret) = await gateway.RegisterAsync(receiver.Url);
            await gateway.CompleteAsync(GatewayUnderTest.Request(prompt: "\u30b3\u30fc\u30d2\u30fc \uD83D\uDEB2 \u00e9"));
            var first = (await receiver.UntilAsync(1))[0];
            // Signed with both secrets, the receiver's being the old one.
            await gateway.Webhooks.RotateAsync(GatewayUnderTest.Alice, endpoint.Id, TimeSpan.FromHours(1), default);
            await gateway.TellAsync(1);
            var second = (await receiver.UntilAsync(2))[1];

            foreach (var genuine in new[] { first, second }) Add(true, genuine, genuine.Body, genuine.Id, genuine.Timestamp);
            byte[] altered = [.. first.Body];
            altered[^3] ^= 1;
            Add(false, first, altered, first.Id, first.Timestamp);
            Add(false, first, first.Body, second.Id, first.Timestamp);
            Add(false, first, first.Body, first.Id, first.Timestamp + 1);
            Add(false, second with { Signature = "v1,AAAA v2,x" }, second.Body, second.Id, second.Timestamp);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Add(bool genuine, WebhookReceiver.Received from, byte[] body, string id, long timestamp) => All.Add(new Delivery(genuine,
            new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = $"{timestamp}", ["webhook-signature"] = from.Signature }, body));
    }
}
