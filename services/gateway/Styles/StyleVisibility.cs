namespace KreaPlatform.Gateway.Styles;

/// <summary>Who may use a style.</summary>
public enum StyleVisibility
{
    /// <summary>Its account.</summary>
    Private,
    /// <summary>Every account; its images stay its owner's.</summary>
    Shared,
}
