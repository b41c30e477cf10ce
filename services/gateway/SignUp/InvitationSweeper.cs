using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>Forgets links whose time is over.</summary>
internal sealed class InvitationSweeper(Invitations invitations, TimeProvider clock, ILogger<InvitationSweeper> logger)
    : PeriodicService(TimeSpan.FromHours(1), clock, logger)
{
    public override Task RunOnceAsync(CancellationToken cancel) => invitations.SweepAsync(cancel);
}
