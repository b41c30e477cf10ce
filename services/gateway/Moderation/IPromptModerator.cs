namespace KreaPlatform.Gateway.Moderation;

/// <summary>Judges what people ask for before anything is made of it. An operator may put a service of their own in its place.</summary>
public interface IPromptModerator
{
    /// <summary>Judges a prompt (a negative prompt needs no judgement: it says what to stay away from).</summary>
    ValueTask<ModerationVerdict> JudgeAsync(string prompt, CancellationToken cancel = default);
}
