namespace KreaPlatform.Gateway.Jobs;

/// <summary>Something that happened and may move a job.</summary>
public abstract record JobSignal
{
    private JobSignal() { }

    /// <summary>A worker asks to own the attempt.</summary>
    public sealed record Claim(int Attempt, string Worker) : JobSignal;
    /// <summary>The owner is still at it.</summary>
    public sealed record Heartbeat(int Attempt, string Worker) : JobSignal;
    /// <summary>The owner made the images and stored those that the filter let pass: at least one, or none.</summary>
    public sealed record Complete(int Attempt, string Worker, bool AllRefused = false) : JobSignal;
    /// <summary>The owner could not make them.</summary>
    public sealed record Fail(int Attempt, string Worker, string Code, string Message, bool Transient) : JobSignal;
    /// <summary>The owner gives the attempt back unharmed.</summary>
    public sealed record GiveBack(int Attempt, string Worker) : JobSignal;
    /// <summary>The owner's lease ran out.</summary>
    public sealed record Silence(int Attempt, string Worker) : JobSignal;
    /// <summary>Another job of the account has ended, and it is this one's turn.</summary>
    public sealed record Promote : JobSignal;
    /// <summary>The account cancels.</summary>
    public sealed record Cancel : JobSignal;
    /// <summary>The deadline passed.</summary>
    public sealed record Expire : JobSignal;
}
