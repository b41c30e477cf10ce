using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Dispatch;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.Gateway.Submission;
using KreaPlatform.Gateway.Watching;
using KreaPlatform.Gateway.Webhooks;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Fetching;
using KreaPlatform.ServiceDefaults.Hosting;
using KreaPlatform.ServiceDefaults.Storage;
using MassTransit;

namespace KreaPlatform.Gateway;

/// <summary>The gateway as a part of a host.</summary>
public static class GatewayHosting
{
    /// <summary>Adds the gateway: jobs, dispatch, watching, models, keys and the public edge.</summary>
    public static IHostApplicationBuilder AddGateway(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<JobsOptions>(builder.Configuration.GetSection(JobsOptions.Section));
        services.Configure<ModelsOptions>(builder.Configuration.GetSection(ModelsOptions.Section));
        builder.AddBlobStore();
        services.AddGuardedFetching();
        builder.AddServiceDatabase<GatewayDb, SqliteGatewayDb, PostgresGatewayDb>("Gateway");

        services.AddAccounts();
        services.AddSingleton<ModelRegistry>();
        services.AddSingleton<JobFeeds>();
        services.AddSingleton<JobSignals>();
        services.AddSingleton<LiveProgress>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<Admissions>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<JobLifecycle>();
        services.AddSingleton<JobService>();
        services.AddSingleton<JobWatch>();
        services.AddHostedService<JobSweeper>();
        services.AddHostedService<RetentionSweeper>();
        services.AddHostedService<BacklogSweeper>();
        services.AddIdempotency();
        services.AddAssets();
        services.AddStyles();
        services.AddWebhooks();
        services.AddSubmission();
        services.AddGatewayEdge();
        services.AddHealthChecks().AddCheck<ModelsHealthCheck>("models");
        services.ContributeToBus(bus =>
        {
            bus.AddConsumer<ClaimAttemptConsumer, ClaimAttemptConsumerDefinition>();
            bus.AddConsumer<AttemptResultConsumer, AttemptResultConsumerDefinition>();
            bus.AddConsumer<WorkerReportConsumer, WorkerReportConsumerDefinition>();
            bus.AddConsumer<ImageDescribedConsumer, ImageDescribedConsumerDefinition>();
        });
        return builder;
    }

    /// <summary>Maps the public API, its documentation and the health endpoints.</summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.MapServiceDefaults();
        return app.MapGatewayEdge();
    }
}
