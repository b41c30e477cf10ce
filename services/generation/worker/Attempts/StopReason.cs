namespace KreaPlatform.Generation.Attempts;

/// <summary>Why an attempt is stopped before its end.</summary>
public enum StopReason
{
    /// <summary>It is not.</summary>
    None,
    /// <summary>The job ended at the gateway, or the attempt is no longer ours: nothing to tell.</summary>
    Unwanted,
    /// <summary>The process drains: the attempt is given back.</summary>
    Draining,
    /// <summary>The engine made no step for too long.</summary>
    Stalled,
}
