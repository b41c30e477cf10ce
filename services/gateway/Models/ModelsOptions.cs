namespace KreaPlatform.Gateway.Models;

/// <summary>Configuration section <c>Models</c>.</summary>
public sealed class ModelsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Models";

    /// <summary>The model of requests that name none; null takes the first available one.</summary>
    public string? Default { get; set; }
    /// <summary>Other names and the model that each means, for instance <c>gpt-image-1</c> or <c>krea/krea-2/medium</c>. A model's own name goes before.</summary>
    public Dictionary<string, string> Aliases { get; set; } = [];
    /// <summary>What is said about models, by name or alias; a model that is not here is stable.</summary>
    public Dictionary<string, ModelLifecycle> Registry { get; set; } = [];
    /// <summary>After how long without a report a worker's slots no longer count.</summary>
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(20);
    /// <summary>After how long without a report a worker's models are no longer offered.</summary>
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromMinutes(10);
}
