using System.Net;
using KreaPlatform.Gateway.Administration;
using Microsoft.EntityFrameworkCore;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>What an administrator does, and what nobody else may.</summary>
public abstract class AdministrationHttpTests(AccountsEdge edge)
{
    [Fact]
    public async Task A_suspended_account_may_nothing_at_once_until_it_is_resumed()
    {
        var owner = await edge.AccountAsync(micros: Price);
        await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        await SendAsync(edge.Administrator, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/suspend", new { reason = "unpaid invoice" }, HttpStatusCode.OK);
        await ProblemAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.Forbidden, "/account-suspended");
        await ProblemAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Forbidden, "/account-suspended");
        await SendAsync(edge.Administrator, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/resume", null, HttpStatusCode.OK);
        await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_plan_holds_at_once_and_moves_the_backlog_up()
    {
        var owner = await edge.AccountAsync("free");
        for (var i = 0; i < 3; i++) await SendAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted);
        await SendAsync(edge.Administrator, HttpMethod.Patch, $"/v1/admin/accounts/{owner.Account}", new { plan = "pro" }, HttpStatusCode.OK);
        var account = await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        Assert.Equal("pro", account.GetProperty("plan").GetProperty("name").GetString());
        Assert.Equal((3, 0), (account.GetProperty("generations").GetProperty("active").GetInt32(), account.GetProperty("generations").GetProperty("backlogged").GetInt32()));
        await ProblemAsync(edge.Administrator, HttpMethod.Patch, $"/v1/admin/accounts/{owner.Account}", new { plan = "platinum" }, HttpStatusCode.UnprocessableEntity, "/invalid-request");
    }

    [Fact]
    public async Task A_generation_is_refunded_once_even_when_many_try_at_once()
    {
        var owner = await edge.AccountAsync(micros: 5 * Price);
        var id = (await SendAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted)).GetProperty("id").GetString()!;
        var path = $"/v1/admin/generations/{id}/refund";
        await ProblemAsync(edge.Administrator, HttpMethod.Post, path, new { reason = "early" }, HttpStatusCode.Conflict, "/conflict");
        await edge.FinishAsync(id);
        await ProblemAsync(edge.Administrator, HttpMethod.Post, path, new { amount_micros = Price + 1, reason = "grey" }, HttpStatusCode.UnprocessableEntity, "/invalid-request");

        var money = edge.Get<MoneyAdministration>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => money.RefundAsync(new AdminAct("test", "req"), id, Price / 2, "grey", default)));
        Assert.Single(outcomes, o => o.Outcome == RefundOutcome.Refunded);
        Assert.All(outcomes.Where(o => o.Outcome != RefundOutcome.Refunded), o => Assert.Equal(RefundOutcome.AlreadyRefunded, o.Outcome));
        await ProblemAsync(edge.Administrator, HttpMethod.Post, path, new { reason = "again" }, HttpStatusCode.Conflict, "/conflict");
        var balance = (await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK)).GetProperty("balance");
        Assert.Equal(4 * Price + Price / 2, balance.GetProperty("available_micros").GetInt64());
        var usage = await SendAsync(owner.Client, HttpMethod.Get, "/v1/usage", null, HttpStatusCode.OK);
        Assert.Equal(Price / 2, usage.GetProperty("spent_micros").GetInt64());
    }

    [Fact]
    public async Task A_credit_sent_twice_under_one_key_counts_once()
    {
        var owner = await edge.AccountAsync();
        for (var i = 0; i < 2; i++)
            await SendAsync(edge.Administrator, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/credits", new { amount_micros = 700, reason = "thanks" }, HttpStatusCode.Created,
                "credit-" + owner.Account);
        var balance = (await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK)).GetProperty("balance");
        Assert.Equal(700, balance.GetProperty("available_micros").GetInt64());
    }

    [Fact]
    public async Task Every_act_is_in_the_log_which_the_database_itself_keeps_as_it_is()
    {
        var owner = await edge.AccountAsync(micros: 700);
        await SendAsync(edge.Administrator, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/suspend", new { reason = "unpaid" }, HttpStatusCode.OK);
        await SendAsync(edge.Administrator, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/resume", null, HttpStatusCode.OK);
        await SendAsync(edge.Administrator, HttpMethod.Patch, $"/v1/admin/accounts/{owner.Account}", new { name = "New name" }, HttpStatusCode.OK);
        var log = await SendAsync(edge.Administrator, HttpMethod.Get, $"/v1/admin/audit?account={owner.Account}", null, HttpStatusCode.OK);
        var records = log.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["account.changed", "account.created", "account.credited", "account.resumed", "account.suspended"],
            records.Select(r => r.GetProperty("action").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(records, r => Assert.Equal("administrator", r.GetProperty("actor").GetString()));
        Assert.DoesNotContain(owner.Key, log.GetRawText());
        await Assert.ThrowsAnyAsync<Exception>(() => edge.Database.WriteAsync(db => db.Set<AuditRecord>().ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task The_administrator_s_key_opens_its_own_routes_only_and_no_account_s_key_opens_those()
    {
        var owner = await edge.AccountAsync();
        await ProblemAsync(edge.Administrator, HttpMethod.Get, "/v1/account", null, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(edge.Administrator, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(owner.Client, HttpMethod.Get, "/v1/admin/accounts", null, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(owner.Client, HttpMethod.Post, $"/v1/admin/accounts/{owner.Account}/credits", new { amount_micros = 1, reason = "me" }, HttpStatusCode.Forbidden, "/forbidden");
    }

    [Fact]
    public async Task Accounts_are_found_by_plan_and_address()
    {
        var owner = await edge.AccountAsync("enterprise");
        var byAddress = await SendAsync(edge.Administrator, HttpMethod.Get, $"/v1/admin/accounts?email={owner.Email}", null, HttpStatusCode.OK);
        Assert.Equal(owner.Account, byAddress.GetProperty("items")[0].GetProperty("id").GetString());
        var byPlan = await SendAsync(edge.Administrator, HttpMethod.Get, "/v1/admin/accounts?plan=enterprise&limit=1", null, HttpStatusCode.OK);
        Assert.Equal("enterprise", byPlan.GetProperty("items")[0].GetProperty("plan").GetString());
        await SendAsync(edge.Administrator, HttpMethod.Get, $"/v1/admin/accounts/{owner.Account}", null, HttpStatusCode.OK);
        await SendAsync(edge.Administrator, HttpMethod.Get, "/v1/admin/accounts/acc_nobody", null, HttpStatusCode.NotFound);
    }
}
