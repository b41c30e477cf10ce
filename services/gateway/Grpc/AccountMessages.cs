using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Keys.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>From the public resources of accounts to their gRPC form: the same values under the same names.</summary>
public static class AccountMessages
{
    /// <summary>An account.</summary>
    public static Account Of(AccountResource account)
    {
        var (balance, free) = (account.Balance, account.FreeImages);
        var message = new Account
        {
            Id = account.Id, Name = account.Name, Status = account.Status, CreatedAt = Timestamp.FromDateTimeOffset(account.CreatedAt), Plan = Of(account.Plan),
            Balance = new Contracts.Grpc.V1.Balance { AvailableMicros = balance.AvailableMicros, ReservedMicros = balance.ReservedMicros, Currency = balance.Currency },
            FreeImages = new FreeImages { Limit = free.Limit, Left = free.Left, ResetsAt = Timestamp.FromDateTimeOffset(free.ResetsAt) },
            ActiveGenerations = account.Generations.Active, BackloggedGenerations = account.Generations.Backlogged,
        };
        if (balance.CreditMicros is { } credit) message.Balance.CreditMicros = credit;
        return message;
    }

    /// <summary>Usage.</summary>
    public static Usage Of(UsageQuery query, string currency, IReadOnlyList<UsageRow> rows)
    {
        var message = new Usage { From = Day(query.From), To = Day(query.To), Currency = currency, SpentMicros = rows.Sum(r => r.SpentMicros) };
        message.Days.AddRange(rows.Select(UsageDayResource.Of).Select(d => new UsageDay
        {
            Day = Day(d.Day), Model = d.Model, Generations = d.Generations, Completed = d.Completed, Images = d.Images, FreeImages = d.FreeImages, SpentMicros = d.SpentMicros,
        }));
        return message;
    }

    /// <summary>A key.</summary>
    public static Key Of(KeyResource key)
    {
        var message = new Key
        {
            Id = key.Id, Name = key.Name, Prefix = key.Prefix, Key_ = key.Key ?? "", Member = key.Member ?? "", CreatedAt = Timestamp.FromDateTimeOffset(key.CreatedAt),
            ExpiresAt = Time(key.ExpiresAt), RevokedAt = Time(key.RevokedAt), LastUsedAt = Time(key.LastUsedAt), ReplacedBy = key.ReplacedBy ?? "",
        };
        message.Scopes.AddRange(key.Scopes);
        return message;
    }

    private static Plan Of(PlanResource plan)
    {
        var message = new Plan
        {
            Name = plan.Name, Tier = plan.Tier, DailyFreeImages = plan.DailyFreeImages, MaxUpscale = plan.MaxUpscale,
            MaxDeadline = Duration.FromTimeSpan(TimeSpan.FromSeconds(plan.MaxDeadlineSeconds)),
        };
        if (plan.RequestsPerMinute is { } requests) message.RequestsPerMinute = requests;
        if (plan.ConcurrentGenerations is { } concurrent) message.ConcurrentGenerations = concurrent;
        if (plan.Backlog is { } backlog) message.Backlog = backlog;
        if (plan.OpenStreams is { } streams) message.OpenStreams = streams;
        if (plan.MaxSide is { } side) message.MaxSide = side;
        if (plan.Models is { } models) message.Models.AddRange(models);
        if (plan.MaxAssets is { } assets) message.MaxAssets = assets;
        if (plan.MaxAssetBytes is { } bytes) message.MaxAssetBytes = bytes;
        return message;
    }

    private static Timestamp? Time(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
