namespace KreaPlatform.Gateway.Billing;

/// <summary>Why money moved.</summary>
public enum EntryKind
{
    /// <summary>Paid in, or credited by an administrator.</summary>
    TopUp,
    /// <summary>Set aside for an accepted job.</summary>
    Reservation,
    /// <summary>What was set aside came back, whole: the job has ended.</summary>
    Release,
    /// <summary>The price of the images that were delivered.</summary>
    Charge,
    /// <summary>Given back by an administrator after the charge.</summary>
    Refund,
}
