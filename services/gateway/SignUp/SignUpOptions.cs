using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>Configuration section <c>SignUp</c>.</summary>
public sealed class SignUpOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "SignUp";

    /// <summary>Whether people may make accounts by themselves; needs mail.</summary>
    public bool Open { get; set; } = true;
    /// <summary>Their plan.</summary>
    public string Plan { get; set; } = PlansOptions.Free;
    /// <summary>How long a link works.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(24);
    /// <summary>Mails to one address within <see cref="Window"/>; more are asked for in vain, and nobody is told.</summary>
    public int PerAddress { get; set; } = 3;
    /// <summary>Mails that one network may ask for within <see cref="Window"/>.</summary>
    public int PerNetwork { get; set; } = 20;
    /// <summary>The time over which both are counted.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);
}
