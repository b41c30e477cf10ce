using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.Generation.Expansion;

/// <summary>Configuration section <c>Expander</c>: a language model that expands prompts. Without <see cref="Endpoint"/> there is none.</summary>
public sealed class ExpanderOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Expander";

    /// <summary>Base address of an OpenAI-compatible API, up to and without <c>/chat/completions</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name there.</summary>
    public string Model { get; set; } = "";

    /// <summary>The API key; may be empty where the endpoint wants none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long a job waits for it, its slot with it, before the built-in expander takes over.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether there is one.</summary>
    [MemberNotNullWhen(true, nameof(Endpoint))]
    public bool IsConfigured => Endpoint is not null;

    /// <summary>Whether an expander that is configured can be called.</summary>
    internal bool IsUsable => !IsConfigured || (Endpoint is { IsAbsoluteUri: true, Scheme: "http" or "https" } && Model.Length > 0 && Timeout > TimeSpan.Zero);
}
