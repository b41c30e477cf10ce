namespace KreaPlatform.Gateway.Models;

/// <summary>Where a model is in its life.</summary>
public enum ModelState
{
    /// <summary>Offered to be tried; it may change or go without notice.</summary>
    Preview,
    /// <summary>Offered.</summary>
    Stable,
    /// <summary>Still offered; it has a successor, or a date on which it goes.</summary>
    Deprecated,
    /// <summary>No longer offered: asking for it is answered 410.</summary>
    Retired,
}
