using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>The fields of the bodies under <c>/v1/admin</c>, and their rules.</summary>
public static class AdminFields
{
    /// <summary>Longest name or reason, in characters.</summary>
    public const int LongestText = 500;
    /// <summary>Greatest credit, in micro-units.</summary>
    public const long GreatestCredit = 1_000_000_000_000;

    private static readonly Field<AdminBody> Name = Text<AdminBody>("name", (b, v) => b.Name = v);
    private static readonly Field<AdminBody> Email = Text<AdminBody>("email", (b, v) => b.Email = v, "owner", "address");
    private static readonly Field<AdminBody> Plan = Text<AdminBody>("plan", (b, v) => b.Plan = v, "tier");
    private static readonly Field<AdminBody> Reason = Text<AdminBody>("reason", (b, v) => b.Reason = v, "note", "comment");
    private static readonly Field<AdminBody> Amount = Integer<AdminBody>("amount_micros", (b, v) => b.AmountMicros = v, "amount", "micros");

    /// <summary>Fields of a new account.</summary>
    public static FieldTable<AdminBody> Create { get; } = new(Name, Email, Plan);
    /// <summary>Fields of a change.</summary>
    public static FieldTable<AdminBody> Change { get; } = new(Name, Plan);
    /// <summary>Fields of a suspension.</summary>
    public static FieldTable<AdminBody> Suspend { get; } = new(Reason);
    /// <summary>Fields of a credit or a refund.</summary>
    public static FieldTable<AdminBody> Amounts { get; } = new(Amount, Reason);

    /// <summary>Judges a text.</summary>
    public static void JudgeText(string? text, string pointer, bool required, ErrorList errors)
    {
        if (text is null && !required) return;
        if (string.IsNullOrWhiteSpace(text)) errors.Add(pointer, text is null ? FieldErrorCode.Required : FieldErrorCode.Empty, "must say something");
        else TextRules.Check(text, pointer, LongestText, lines: false, errors);
    }

    /// <summary>Judges the name of a plan.</summary>
    public static void JudgePlan(string? plan, PlanCatalog plans, ErrorList errors)
    {
        if (plan is not null && plans.Find(plan) is null) errors.Add("/plan", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", plans.Names)}");
    }

    /// <summary>Judges an amount of money.</summary>
    public static void JudgeAmount(long? micros, bool required, ErrorList errors)
    {
        if (micros is null && required) errors.Add("/amount_micros", FieldErrorCode.Required, "is required, in millionths of the currency's unit");
        else if (micros is < 1 or > GreatestCredit) errors.Add("/amount_micros", FieldErrorCode.OutOfRange, $"must be an integer from 1 to {GreatestCredit}");
    }
}
