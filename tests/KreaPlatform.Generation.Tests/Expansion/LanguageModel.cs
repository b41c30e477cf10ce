using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KreaPlatform.Generation.Tests.Expansion;

/// <summary>A server on a loopback port that speaks the chat-completions shape and says what the test wants.</summary>
internal sealed class LanguageModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LanguageModel(WebApplication app) => _app = app;

    /// <summary>The bodies of the questions, and the keys that came with them.</summary>
    public ConcurrentQueue<(JsonElement Body, string? Authorization)> Questions { get; } = new();

    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    public static async Task<LanguageModel> StartAsync(Func<JsonElement, CancellationToken, Task<IResult>> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var model = new LanguageModel(builder.Build());
        model._app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            model.Questions.Enqueue((body, context.Request.Headers.Authorization));
            return await answer(body, context.RequestAborted);
        });
        await model._app.StartAsync();
        return model;
    }

    /// <summary>An answer in the shape of the API.</summary>
    public static IResult Say(string content) => Results.Json(new
    {
        id = "chatcmpl-1", @object = "chat.completion", created = 1, model = "writer",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });

    public static IResult SayPrompts(params string?[] prompts) => Say(JsonSerializer.Serialize(new { prompts }));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
