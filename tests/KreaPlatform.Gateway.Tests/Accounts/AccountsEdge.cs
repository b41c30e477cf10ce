using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Tests.Edge;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>The gateway behind real sockets with real accounts and keys, prices, mail into a folder and payments by file.</summary>
public class AccountsEdge : EdgeUnderTest
{
    public const string AdministratorKey = "the key of the administrator of these tests";
    public const long Price = 1000;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"krea-accounts-{Guid.NewGuid():n}");

    public AccountsEdge() => Configure = services => services.AddSingleton<IKeyring, Keyring>();

    public HttpClient Administrator { get; private set; } = null!;
    public ServiceDatabase<GatewayDb> Database => Get<ServiceDatabase<GatewayDb>>();
    public string Payments => Path.Combine(_folder, "payments");
    private string Mails => Path.Combine(_folder, "mail");

    protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Keys:Administrator", AdministratorKey), ("Mail:Folder", Mails), ("Payments:Folder", Payments), ("Payments:LookEvery", "00:00:00.05"),
        ("Prices:Models:krea-2-nano:PerImageMicros", $"{Price}"), ("SignUp:PerNetwork", "1000"), ("Plans:free:DailyFreeImages", "3"), ("Plans:free:Backlog", "2"),
        ("Plans:free:RequestsPerMinute", ""), ("Plans:pro:RequestsPerMinute", ""),
    ];

    public override async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Payments);
        await base.InitializeAsync();
        Administrator = ClientOf(AdministratorKey);
    }

    public override async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Makes an account by the administrator's API; its owner's key.</summary>
    public async Task<Holder> AccountAsync(string plan = "pro", long micros = 0)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        var made = await SendAsync(Administrator, HttpMethod.Post, "/v1/admin/accounts", new { name = "Test", email, plan }, HttpStatusCode.Created);
        var holder = new Holder(made.GetProperty("account").GetString()!, email, made.GetProperty("key").GetProperty("key").GetString()!,
            made.GetProperty("key").GetProperty("id").GetString()!, this);
        if (micros > 0) await SendAsync(Administrator, HttpMethod.Post, $"/v1/admin/accounts/{holder.Account}/credits", new { amount_micros = micros, reason = "test" }, HttpStatusCode.Created);
        return holder;
    }

    /// <summary>Invites somebody into an account and follows the link.</summary>
    public async Task<Holder> MemberAsync(Holder owner, string role)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        await SendAsync(owner.Client, HttpMethod.Post, "/v1/account/members", new { email, role }, HttpStatusCode.Accepted);
        var joined = await SendAsync(Stranger, HttpMethod.Post, "/v1/accounts/confirm", new { token = await TokenAsync(email) }, HttpStatusCode.Created);
        return new Holder(joined.GetProperty("account").GetString()!, email, joined.GetProperty("key").GetProperty("key").GetString()!,
            joined.GetProperty("key").GetProperty("id").GetString()!, this);
    }

    /// <summary>Makes a key with less scopes than its maker.</summary>
    public async Task<HttpClient> NarrowAsync(Holder owner, params string[] scopes) => ClientOf(
        (await SendAsync(owner.Client, HttpMethod.Post, "/v1/keys", new { name = "narrow", scopes }, HttpStatusCode.Created)).GetProperty("key").GetString()!);

    /// <summary>Sends JSON, insists on the status, returns the body (undefined when there is none).</summary>
    public static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object? body, HttpStatusCode status, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (body is string json) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 || response.Content.Headers.ContentType?.MediaType == "text/html" ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    public static async Task<JsonElement> ProblemAsync(HttpClient client, HttpMethod method, string path, object? body, HttpStatusCode status, string type)
    {
        var problem = await SendAsync(client, method, path, body, status);
        Assert.EndsWith(type, problem.GetProperty("type").GetString());
        return problem;
    }

    /// <summary>The mails that went to an address, oldest first.</summary>
    public List<MimeMessage> MailsTo(string email) => !Directory.Exists(Mails) ? [] :
        [.. Directory.GetFiles(Mails, "*.eml").Order().Select(f => MimeMessage.Load(f)).Where(m => m.To.Mailboxes.Single().Address == email)];

    /// <summary>The token of the latest link that was mailed to an address.</summary>
    public async Task<string> TokenAsync(string email, int mails = 1)
    {
        for (var i = 0; i < 600; i++)
        {
            if (MailsTo(email) is var found && found.Count >= mails)
                return Regex.Match(found[^1].TextBody!, @"/v1/accounts/confirm\?token=([A-Za-z0-9_-]{43})").Groups[1].Value;
            await Task.Delay(10);
        }
        throw new TimeoutException($"no mail to {email}");
    }

    /// <summary>Ends a job as a worker would.</summary>
    public async Task FinishAsync(string id)
    {
        await Get<JobLifecycle>().ApplyAsync(id, new JobSignal.Claim(1, "wkr_1"), default);
        await Get<IBus>().Publish(GatewayUnderTest.Completed(id, 1, "wkr_1"));
        for (var i = 0; i < 600; i++)
        {
            if (await Database.ReadAsync(db => db.Jobs.AnyAsync(j => j.Id == id && j.Status == JobStatus.Completed))) return;
            await Task.Delay(10);
        }
        throw new TimeoutException();
    }

    /// <summary>Somebody with a key.</summary>
    public sealed record Holder(string Account, string Email, string Key, string KeyId, AccountsEdge Edge)
    {
        public HttpClient Client { get; } = Edge.ClientOf(Key);
    }
}
