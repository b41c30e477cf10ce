using KreaPlatform.Gateway.Models;
using KreaPlatform.Standalone.Data;
using KreaPlatform.Standalone.Redis;
using Microsoft.Extensions.Configuration.Memory;

namespace KreaPlatform.Standalone.Hosting;

/// <summary>The configuration that puts every part into this process and the data folder.</summary>
internal static class EmbeddedParts
{
    private const string ShippedModel = "krea-2-nano";

    /// <summary>Lays the embedded parts under what the operator configured, and the key over it.</summary>
    public static void Configure(ConfigurationManager configuration, DataFolder data, EmbeddedRedis? redis, string key, LogLevel logLevel)
    {
        var models = ModelsFolder();
        var embedded = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "sqlite",
            ["Database:ConnectionString"] = $"Data Source={data.Database}",
            ["Bus:Transport"] = "memory",
            ["Storage:Folder"] = data.Blobs,
            ["Edge:UrlKeyFile"] = Path.Combine(data.Path, "url-key"),
            ["Mail:Folder"] = Path.Combine(data.Path, "mail"),
            ["Payments:Folder"] = Path.Combine(data.Path, "payments"),
            // The model that ships has a small price, so that what it costs and who is credited can be seen; the development key pays later, without limit.
            ["Prices:Default:PerImageMicros"] = "2000",
            ["Prices:Default:WithReferencesMicros"] = "500",
            ["Prices:Default:WithMoodboardMicros"] = "1000",
            ["Prices:Default:WithUpscaleMicros"] = "500",
            ["Worker:BundlesFolder"] = models,
            ["Worker:VisionFolder"] = models,
            ["Logging:LogLevel:Default"] = logLevel.ToString(),
            ["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Warning),
            ["Logging:LogLevel:MassTransit"] = nameof(LogLevel.Warning),
            // Not being ready yet is told by those who ask.
            ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = nameof(LogLevel.None),
        };
        // Clients of other APIs get the model that ships, whichever of theirs they ask for.
        foreach (var name in PeerNames.All) embedded[$"Models:Aliases:{name}"] = ShippedModel;
        if (redis is not null) embedded["ConnectionStrings:Redis"] = redis.ConnectionString;
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = embedded });
        configuration.AddInMemoryCollection([new("Keys:Development", key)]);
    }

    // A published host carries its models; one that runs from the repository finds them there.
    private static string ModelsFolder()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "models");
        if (Directory.Exists(published)) return published;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "services", "generation", "models");
            if (Directory.Exists(models)) return models;
        }
        throw new StandaloneException("No models were found beside the program or in a repository around it: set Worker__BundlesFolder to a folder of model bundles.");
    }
}
