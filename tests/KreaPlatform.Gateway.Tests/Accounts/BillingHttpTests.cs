using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>What a payer sees.</summary>
public abstract class BillingHttpTests(AccountsEdge edge)
{
    [Fact]
    public async Task A_request_that_the_balance_does_not_cover_is_told_what_is_missing_and_enqueues_nothing()
    {
        var owner = await edge.AccountAsync(micros: Price);
        var problem = await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat", n = 3 }, HttpStatusCode.PaymentRequired, "/payment-required");
        Assert.Equal($$"""{"price_micros":{{3 * Price}},"balance_micros":{{Price}},"missing_micros":{{2 * Price}},"currency":"USD","free_images_left":0}""",
            JsonSerializer.Serialize(problem.GetProperty("payment")));
        Assert.Equal(0, await edge.Database.ReadAsync(db => db.Jobs.CountAsync(j => j.AccountId == owner.Account)));
    }

    [Fact]
    public async Task A_generation_shows_its_price_and_owner_and_the_account_its_money()
    {
        var owner = await edge.AccountAsync(micros: 5 * Price);
        var job = await SendAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat", n = 2 }, HttpStatusCode.Accepted);
        Assert.Equal(2 * Price, job.GetProperty("price_micros").GetInt64());
        Assert.Equal("USD", job.GetProperty("currency").GetString());
        Assert.Equal(owner.Account, job.GetProperty("rights").GetProperty("owner").GetString());
        Assert.Equal((3 * Price, 2 * Price), await BalanceAsync(owner));

        await edge.FinishAsync(job.GetProperty("id").GetString()!);
        Assert.Equal((4 * Price, 0), await BalanceAsync(owner));
        var usage = await SendAsync(owner.Client, HttpMethod.Get, "/v1/usage", null, HttpStatusCode.OK);
        var day = usage.GetProperty("days").EnumerateArray().Single();
        Assert.Equal((1, 1, 1, Price), (day.GetProperty("generations").GetInt32(), day.GetProperty("completed").GetInt32(), day.GetProperty("images").GetInt32(),
            day.GetProperty("spent_micros").GetInt64()));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).ToString("O"), day.GetProperty("day").GetString());

        var first = await SendAsync(owner.Client, HttpMethod.Get, "/v1/account/entries?limit=3", null, HttpStatusCode.OK);
        var rest = await SendAsync(owner.Client, HttpMethod.Get, $"/v1/account/entries?limit=3&cursor={first.GetProperty("next_cursor").GetString()}", null, HttpStatusCode.OK);
        var kinds = first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(e => e.GetProperty("kind").GetString()!).ToList();
        Assert.Equal(["charge", "release", "reservation", "top_up"], kinds.Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next_cursor").ValueKind);
    }

    [Fact]
    public async Task Jobs_beyond_the_plan_are_accepted_as_backlogged_and_a_full_backlog_is_named()
    {
        var owner = await edge.AccountAsync("free");
        var states = new List<string>();
        for (var i = 0; i < 3; i++)
            states.Add((await SendAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted)).GetProperty("status").GetString()!);
        Assert.Equal(["queued", "backlogged", "backlogged"], states);
        var full = await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.TooManyRequests, "quota-exceeded");
        Assert.Equal("[\"backlog\"]", full.GetProperty("violated-policies").GetRawText());
        var account = await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        Assert.Equal((1, 2), (account.GetProperty("generations").GetProperty("active").GetInt32(), account.GetProperty("generations").GetProperty("backlogged").GetInt32()));
    }

    [Fact]
    public async Task A_payment_that_arrives_as_a_file_is_credited_once()
    {
        var owner = await edge.AccountAsync();
        var topUp = await SendAsync(owner.Client, HttpMethod.Post, "/v1/account/top-ups", new { amount_micros = 5_000_000 }, HttpStatusCode.Created, "top-up-1");
        var id = topUp.GetProperty("id").GetString()!;
        Assert.Contains(id, topUp.GetProperty("instructions").GetString());
        var again = await SendAsync(owner.Client, HttpMethod.Post, "/v1/account/top-ups", new { amount_micros = 5_000_000 }, HttpStatusCode.Created, "top-up-1");
        Assert.Equal(id, again.GetProperty("id").GetString());

        await PayAsync("wrong", id, 4_000_000, "bank-0" + id, taken: "refused");
        await PayAsync("right", id, 5_000_000, "bank-1" + id, taken: "done");
        await PayAsync("twice", id, 5_000_000, "bank-1" + id, taken: "done");
        await PayAsync("other", id, 5_000_000, "bank-2" + id, taken: "refused");
        Assert.Equal((5_000_000, 0), await BalanceAsync(owner));
        Assert.Equal("paid", (await SendAsync(owner.Client, HttpMethod.Get, $"/v1/account/top-ups/{id}", null, HttpStatusCode.OK)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("/v1/usage?from=yesterday")]
    [InlineData("/v1/usage?from=2026-02-01&to=2026-01-01")]
    [InlineData("/v1/usage?from=2020-01-01&to=2026-01-01")]
    [InlineData("/v1/account/entries?limit=0")]
    [InlineData("/v1/account/entries?cursor=acc_x")]
    [InlineData("/v1/account/entries?offset=3")]
    public async Task Parameters_that_make_no_sense_are_refused(string path)
    {
        var owner = await edge.AccountAsync();
        await ProblemAsync(owner.Client, HttpMethod.Get, path, null, HttpStatusCode.BadRequest, "/invalid-parameter");
    }

    private async Task PayAsync(string name, string topUp, long micros, string reference, string taken)
    {
        var file = $"{name}-{topUp}.json";
        var part = Path.Combine(edge.Payments, file + ".part");
        await File.WriteAllTextAsync(part, $$"""{"top_up":"{{topUp}}","amount_micros":{{micros}},"currency":"USD","reference":"{{reference}}"}""");
        File.Move(part, Path.Combine(edge.Payments, file));
        for (var i = 0; i < 600 && !File.Exists(Path.Combine(edge.Payments, taken, file)); i++) await Task.Delay(10);
        Assert.True(File.Exists(Path.Combine(edge.Payments, taken, file)), file);
    }

    private async Task<(long, long)> BalanceAsync(Holder owner)
    {
        var balance = (await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK)).GetProperty("balance");
        return (balance.GetProperty("available_micros").GetInt64(), balance.GetProperty("reserved_micros").GetInt64());
    }
}
