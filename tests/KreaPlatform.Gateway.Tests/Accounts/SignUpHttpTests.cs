using System.Net;
using System.Net.Http.Json;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.SignUp;
using Microsoft.EntityFrameworkCore;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>What somebody without a key sees, and what the members of an account do with each other.</summary>
public abstract class SignUpHttpTests(AccountsEdge edge)
{
    [Fact]
    public async Task An_address_gets_a_link_and_the_link_an_account_with_a_key_once()
    {
        var email = NewAddress();
        await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email = email.ToUpperInvariant() }, HttpStatusCode.Accepted);
        var token = await edge.TokenAsync(email);
        // A program that scans mail opens the link; that changes nothing.
        using (var page = await edge.Stranger.GetAsync($"/v1/accounts/confirm?token={token}"))
        {
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        }
        var joined = await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token }, HttpStatusCode.Created);
        Assert.Equal("free", joined.GetProperty("plan").GetString());
        using var client = edge.ClientOf(joined.GetProperty("key").GetProperty("key").GetString()!);
        var account = await SendAsync(client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        Assert.Equal(3, account.GetProperty("free_images").GetProperty("left").GetInt32());
        await SendAsync(client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted);
        account = await SendAsync(client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        Assert.Equal(2, account.GetProperty("free_images").GetProperty("left").GetInt32());

        await ProblemAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token }, HttpStatusCode.Gone, "/link-used");
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_is_known_and_its_link_leads_to_its_account()
    {
        var owner = await edge.AccountAsync();
        using var known = await edge.Stranger.PostAsJsonAsync("/v1/accounts", new { email = owner.Email });
        using var unknown = await edge.Stranger.PostAsJsonAsync("/v1/accounts", new { email = NewAddress() });
        Assert.Equal((known.StatusCode, await known.Content.ReadAsStringAsync()), (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        var joined = await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token = await edge.TokenAsync(owner.Email) }, HttpStatusCode.Created);
        Assert.Equal(owner.Account, joined.GetProperty("account").GetString());
    }

    [Fact]
    public async Task The_page_of_the_link_shows_the_key_to_a_person()
    {
        var email = NewAddress();
        await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email }, HttpStatusCode.Accepted);
        using var form = new FormUrlEncodedContent([new("token", await edge.TokenAsync(email))]);
        using var page = await edge.Stranger.PostAsync("/v1/accounts/confirm", form);
        Assert.Equal(HttpStatusCode.Created, page.StatusCode);
        Assert.Contains("<code>krea_", await page.Content.ReadAsStringAsync());
        using var again = new FormUrlEncodedContent([new("token", await edge.TokenAsync(email))]);
        using var gone = await edge.Stranger.PostAsync("/v1/accounts/confirm", again);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task An_address_gets_no_flood_and_nobody_is_told()
    {
        var email = NewAddress();
        for (var i = 0; i < 6; i++) await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email }, HttpStatusCode.Accepted);
        await edge.TokenAsync(email, mails: 3);
        // Mail goes out in order: when a later one has arrived, no fourth is under way.
        var other = NewAddress();
        await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email = other }, HttpStatusCode.Accepted);
        await edge.TokenAsync(other);
        Assert.Equal(3, edge.MailsTo(email).Count);
    }

    [Fact]
    public async Task What_the_link_holds_is_not_in_the_database_and_links_end()
    {
        var email = NewAddress();
        await SendAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email }, HttpStatusCode.Accepted);
        var token = await edge.TokenAsync(email);
        var row = await edge.Database.ReadAsync(db => db.Set<Invitation>().SingleAsync(i => i.Email == email));
        Assert.NotEqual(System.Buffers.Text.Base64Url.DecodeFromChars(token), row.Digest);
        await edge.Database.WriteAsync(db => db.Set<Invitation>().Where(i => i.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
        await ProblemAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token }, HttpStatusCode.Gone, "/link-used");
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ada@localhost")]
    [InlineData("a@b.c, d@e.f")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@example.com\r\nBcc: all@example.com")]
    public async Task What_is_no_plain_address_is_refused(string email) =>
        await ProblemAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts", new { email }, HttpStatusCode.UnprocessableEntity, "/invalid-request");

    [Fact]
    public async Task Roles_bound_what_members_keys_may_do_and_changes_hold_at_once()
    {
        var owner = await edge.AccountAsync(micros: 10 * Price);
        var developer = await edge.MemberAsync(owner, "developer");
        Assert.Equal(owner.Account, developer.Account);
        await SendAsync(developer.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted);
        await ProblemAsync(developer.Client, HttpMethod.Get, "/v1/account/entries", null, HttpStatusCode.Forbidden, "/forbidden");
        await ProblemAsync(developer.Client, HttpMethod.Get, "/v1/account/members", null, HttpStatusCode.Forbidden, "/forbidden");

        var members = await SendAsync(owner.Client, HttpMethod.Get, "/v1/account/members", null, HttpStatusCode.OK);
        var id = members.GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == developer.Email).GetProperty("id").GetString();
        await SendAsync(owner.Client, HttpMethod.Patch, $"/v1/account/members/{id}", new { role = "read_only" }, HttpStatusCode.OK);
        await ProblemAsync(developer.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Forbidden, "/forbidden");
        await SendAsync(owner.Client, HttpMethod.Delete, $"/v1/account/members/{id}", null, HttpStatusCode.NoContent);
        await SendAsync(developer.Client, HttpMethod.Get, "/v1/generations", null, HttpStatusCode.Unauthorized);

        var billing = await edge.MemberAsync(owner, "billing");
        await SendAsync(billing.Client, HttpMethod.Get, "/v1/account/entries", null, HttpStatusCode.OK);
        await ProblemAsync(billing.Client, HttpMethod.Get, "/v1/generations", null, HttpStatusCode.Forbidden, "/forbidden");
    }

    [Fact]
    public async Task The_last_owner_stays_and_nobody_makes_somebody_stronger_than_themselves()
    {
        var owner = await edge.AccountAsync();
        var only = (await SendAsync(owner.Client, HttpMethod.Get, "/v1/account/members", null, HttpStatusCode.OK)).GetProperty("items")[0].GetProperty("id").GetString();
        await ProblemAsync(owner.Client, HttpMethod.Delete, $"/v1/account/members/{only}", null, HttpStatusCode.Conflict, "/conflict");
        await ProblemAsync(owner.Client, HttpMethod.Patch, $"/v1/account/members/{only}", new { role = "developer" }, HttpStatusCode.Conflict, "/conflict");
        using var narrow = await edge.NarrowAsync(owner, "members");
        await ProblemAsync(narrow, HttpMethod.Post, "/v1/account/members", new { email = NewAddress(), role = "owner" }, HttpStatusCode.Forbidden, "/forbidden");
    }

    [Fact]
    public async Task An_address_belongs_to_one_account()
    {
        var (a, b) = (await edge.AccountAsync(), await edge.AccountAsync());
        await SendAsync(a.Client, HttpMethod.Post, "/v1/account/members", new { email = b.Email, role = "developer" }, HttpStatusCode.Accepted);
        await ProblemAsync(edge.Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token = await edge.TokenAsync(b.Email) }, HttpStatusCode.Gone, "/link-used");
        Assert.Equal(b.Account, (await edge.Database.ReadAsync(db => db.Set<Member>().SingleAsync(m => m.Email == b.Email))).AccountId);
    }

    private static string NewAddress() => $"{Guid.NewGuid():n}@example.com";
}
