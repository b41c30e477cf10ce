using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Billing;

namespace KreaPlatform.Gateway.Tests.Billing;

/// <summary>The pure part of money.</summary>
public sealed class BillTests
{
    private abstract record Move
    {
        public sealed record Pay(int Micros) : Move;
        public sealed record Accept(int Job, int Images, int Unit, int Free) : Move;
        public sealed record End(int Job, int Delivered) : Move;
        public sealed record GiveBack(int Job) : Move;
    }

    private static Gen<Move> Moves { get; } = Gen.OneOf(
        from micros in Gen.Choose(0, 1_000_000) select (Move)new Move.Pay(micros),
        from job in Gen.Choose(1, 6) from images in Gen.Choose(1, 16) from unit in Gen.Choose(0, 50_000) from free in Gen.Choose(0, 16)
        select (Move)new Move.Accept(job, images, unit, Math.Min(free, images)),
        from job in Gen.Choose(1, 6) from delivered in Gen.Choose(0, 16) select (Move)new Move.End(job, delivered),
        from job in Gen.Choose(1, 6) select (Move)new Move.GiveBack(job));

    [Property(MaxTest = 2000)]
    public Property Whatever_happens_the_sum_is_right_nothing_reserved_is_negative_and_each_job_is_settled_once() => Prop.ForAll(Moves.ListOf().ToArbitrary(), moves =>
    {
        var balance = new Balance();
        var entries = new List<(int Job, EntryKind Kind, long Signed)>();
        var bills = new Dictionary<int, Bill>();
        foreach (var move in moves)
        {
            switch (move)
            {
                case Move.Pay pay:
                    Book(0, EntryKind.TopUp, pay.Micros);
                    break;
                case Move.Accept accept when !bills.ContainsKey(accept.Job):
                    var bill = new Bill(accept.Images, accept.Unit, accept.Free);
                    // A job is accepted only when the balance covers it.
                    if (bill.ReservedMicros > balance.AvailableMicros) break;
                    bills[accept.Job] = bill;
                    Book(accept.Job, EntryKind.Reservation, bill.ReservedMicros);
                    break;
                case Move.End end when bills.TryGetValue(end.Job, out var open) && !Has(end.Job, EntryKind.Release):
                    var delivered = Math.Min(end.Delivered, open.Images);
                    Assert.InRange(open.ChargeFor(delivered), 0, open.ReservedMicros);
                    Assert.InRange(open.FreeImagesLeftOver(delivered), 0, open.FreeImages);
                    Book(end.Job, EntryKind.Release, open.ReservedMicros);
                    Book(end.Job, EntryKind.Charge, open.ChargeFor(delivered));
                    break;
                case Move.GiveBack back when Has(back.Job, EntryKind.Charge) && !Has(back.Job, EntryKind.Refund):
                    Book(back.Job, EntryKind.Refund, -entries.Single(e => e.Job == back.Job && e.Kind == EntryKind.Charge).Signed);
                    break;
            }
            Assert.True(balance.ReservedMicros >= 0);
            Assert.True(balance.AvailableMicros >= 0);
            Assert.Equal(entries.Sum(e => e.Signed), balance.AvailableMicros);
            Assert.Equal(-entries.Where(e => e.Kind is EntryKind.Reservation or EntryKind.Release).Sum(e => e.Signed), balance.ReservedMicros);
        }
        // What remains set aside is that of open jobs, to the last micro-unit.
        Assert.Equal(bills.Where(b => !Has(b.Key, EntryKind.Release)).Sum(b => b.Value.ReservedMicros), balance.ReservedMicros);
        return true;

        bool Has(int job, EntryKind kind) => entries.Exists(e => e.Job == job && e.Kind == kind);

        void Book(int job, EntryKind kind, long micros)
        {
            balance = balance.After(kind, micros);
            entries.Add((job, kind, Balance.Signed(kind, micros)));
        }
    });

    [Theory]
    [InlineData(4, 10, 0, 3, 30)]
    [InlineData(4, 10, 3, 4, 10)]
    [InlineData(4, 10, 3, 2, 0)]
    [InlineData(4, 10, 4, 4, 0)]
    public void Free_images_are_used_first_and_only_delivered_images_cost(int images, long unit, int free, int delivered, long charge)
    {
        var bill = new Bill(images, unit, free);
        Assert.Equal((images - free) * unit, bill.ReservedMicros);
        Assert.Equal(charge, bill.ChargeFor(delivered));
        Assert.Equal(Math.Max(0, free - delivered), bill.FreeImagesLeftOver(delivered));
    }
}
