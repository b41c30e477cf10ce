using KreaPlatform.Gateway.Moderation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Submission;

/// <summary>The way of requests as a part of the gateway.</summary>
public static class SubmissionHosting
{
    /// <summary>Adds it. What moderates prompts and what knows moodboards stays whatever the host has registered before.</summary>
    public static IServiceCollection AddSubmission(this IServiceCollection services)
    {
        services.AddOptions<ModerationOptions>().BindConfiguration(ModerationOptions.Section);
        services.TryAddSingleton<IPromptModerator>(provider => new PromptModerator(provider.GetRequiredService<IOptions<ModerationOptions>>().Value));
        services.TryAddSingleton<IMoodboards, NoMoodboards>();
        return services
            .AddSingleton<RequestImages>()
            .AddSingleton<SourceResolver>()
            .AddSingleton<GenerationSubmission>();
    }
}
