namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>Configuration section <c>Compatible:OpenAi</c>.</summary>
public sealed class OpenAiOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Compatible:OpenAi";

    /// <summary>Deadline of a job whose answer is waited for: shorter than the ten minutes after which OpenAI's clients give up and ask again.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest body of an edit in bytes, all files together.</summary>
    public int MaxBodyBytes { get; set; } = 64 << 20;
}
