using KreaPlatform.Gateway.Billing;

namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>An account as the public API shows it.</summary>
public sealed record AccountResource
{
    /// <summary>Id, <c>acc_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>account</c>.</summary>
    public string Object { get; } = "account";
    /// <summary>What it calls itself.</summary>
    public required string Name { get; init; }
    /// <summary><c>active</c> or <c>suspended</c>.</summary>
    public required string Status { get; init; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>What it may do.</summary>
    public required PlanResource Plan { get; init; }
    /// <summary>Its money.</summary>
    public required BalanceResource Balance { get; init; }
    /// <summary>Its free images of today.</summary>
    public required FreeImagesResource FreeImages { get; init; }
    /// <summary>Its open generations.</summary>
    public required OpenGenerationsResource Generations { get; init; }

    /// <summary>The resource of an account as of <paramref name="now"/>.</summary>
    public static AccountResource Of(AccountView view, string currency, DateTimeOffset now) => new()
    {
        Id = view.Account.Id,
        Name = view.Account.Name,
        Status = view.Account.SuspendedAt is null ? "active" : "suspended",
        CreatedAt = view.Account.CreatedAt,
        Plan = PlanResource.Of(view.Plan),
        Balance = new BalanceResource(view.Balance.AvailableMicros, view.Balance.ReservedMicros, view.Plan.CreditMicros, currency),
        FreeImages = new FreeImagesResource(view.Plan.DailyFreeImages, view.FreeImagesLeft,
            new DateTimeOffset(Reservations.DayOf(now).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
        Generations = new OpenGenerationsResource(view.Active, view.Waiting),
    };
}
