namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>The real clock, set forward by the tests.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
