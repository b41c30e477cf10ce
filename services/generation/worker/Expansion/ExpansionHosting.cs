using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace KreaPlatform.Generation.Expansion;

/// <summary>The expansion of prompts as a part of the worker.</summary>
internal static class ExpansionHosting
{
    // Endpoints that want no key get one that means nothing; the client insists.
    private const string NoKey = "none";

    /// <summary>Adds <see cref="PromptWriter"/>, and a language model where section <c>Expander</c> names one.</summary>
    public static void AddPromptExpansion(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ExpanderOptions>().Bind(builder.Configuration.GetSection(ExpanderOptions.Section))
            .Validate(options => options.IsUsable, "Expander:Endpoint is an http or https address, and Expander:Model and a Timeout above 0 come with it.").ValidateOnStart();
        builder.Services.AddSingleton<PromptWriter>();
        if (builder.Configuration.GetSection(ExpanderOptions.Section).Get<ExpanderOptions>() is not { IsConfigured: true }) return;
        builder.Services.AddSingleton(provider => ClientOf(provider.GetRequiredService<IOptions<ExpanderOptions>>().Value));
        builder.Services.AddSingleton<ChatExpander>();
    }

    private static IChatClient ClientOf(ExpanderOptions options)
    {
        var client = new OpenAIClient(new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : NoKey), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint, NetworkTimeout = options.Timeout,
            // A second try would cost a job more than the built-in expander does.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
        return client.GetChatClient(options.Model).AsIChatClient();
    }
}
