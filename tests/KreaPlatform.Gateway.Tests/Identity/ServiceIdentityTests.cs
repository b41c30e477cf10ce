using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Base64Url = System.Buffers.Text.Base64Url;

namespace KreaPlatform.Gateway.Tests.Identity;

/// <summary>What inner services believe, and what they don't.</summary>
public sealed class ServiceIdentityTests
{
    private static readonly ServiceIdentity Ada = new("acc_ada", "ada's customer", ["read", "generate"]);
    private readonly string _pem = ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem();
    private readonly ShiftedClock _clock = new();

    [Fact]
    public async Task A_token_tells_its_service_on_whose_behalf_it_is_called()
    {
        var identity = await ValidateAsync(Issue(Ada, "boards"), "boards");
        Assert.Equal((Ada.AccountId, Ada.User), (identity!.AccountId, identity.User));
        Assert.Equal(Ada.Scopes, identity.Scopes);
        Assert.True(identity.May("generate"));
        Assert.False(identity.May("billing"));
        Assert.Null((await ValidateAsync(Issue(Ada with { User = null }, "boards"), "boards"))!.User);
    }

    [Fact]
    public async Task A_token_is_for_one_service_and_a_minute()
    {
        var token = Issue(Ada, "boards");
        Assert.Null(await ValidateAsync(token, "royalties"));
        _clock.Shift = TimeSpan.FromSeconds(75);
        Assert.Null(await ValidateAsync(token, "boards"));
        _clock.Shift = TimeSpan.FromSeconds(-30);
        Assert.Null(await ValidateAsync(token, "boards"));
    }

    [Fact]
    public async Task Whatever_else_comes_is_not_believed()
    {
        var token = Issue(Ada, "boards");
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace("acc_ada", "acc_eve")));
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        string Header(string algorithm) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","kid":"{{header.GetProperty("kid").GetString()}}","typ":"JWT"}"""));
        // The public key, which everybody may know, taken for the secret of another algorithm.
        using var key = ECDsa.Create();
        key.ImportFromPem(_pem);
        var symmetric = $"{Header("HS256")}.{forged}";
        var mac = Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()), Encoding.UTF8.GetBytes(symmetric)));

        string[] strangers =
        [
            "", "krea_key", "a.b.c", $"{parts[0]}.{forged}.{parts[2]}", $"{Header("none")}.{parts[1]}.", $"{symmetric}.{mac}", $"{parts[0]}.{parts[1]}.", token + "A", new string('x', 100_000),
            Services(ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem()).GetRequiredService<IdentityIssuer>().Issue(Ada, "boards"),
        ];
        foreach (var stranger in strangers) Assert.Null(await ValidateAsync(stranger, "boards"));
        Assert.NotNull(await ValidateAsync(token, "boards"));
    }

    [Fact]
    public async Task A_service_with_the_public_key_alone_believes_and_vouches_for_nobody()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(_pem);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Two public keys while one takes the other's place.
        var inner = Services(null, other.ExportSubjectPublicKeyInfoPem(), key.ExportSubjectPublicKeyInfoPem());
        Assert.NotNull(await inner.GetRequiredService<IdentityValidator>().ValidateAsync(Issue(Ada, "boards"), "boards"));
        Assert.Throws<InvalidOperationException>(() => inner.GetRequiredService<IdentityIssuer>());
    }

    [Fact]
    public async Task An_inner_endpoint_lets_nobody_in_without_a_token_for_its_service()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Urls", "http://127.0.0.1:0"), new("Identity:SigningKey", _pem), new("Logging:LogLevel:Default", "Critical")]);
        builder.Services.AddSingleton<TimeProvider>(_clock).AddServiceIdentity();
        await using var app = builder.Build();
        app.UseServiceIdentity();
        app.MapGet("/inner", (Microsoft.AspNetCore.Http.HttpContext context) => context.Identity().AccountId).ForGatewayOnly("boards");
        app.MapGet("/open", () => "open");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/open")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/inner")).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Issue(Ada, "royalties"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/inner")).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Issue(Ada, "boards"));
        Assert.Equal("acc_ada", await client.GetStringAsync("/inner"));
    }

    private string Issue(ServiceIdentity identity, string service) => Services(_pem).GetRequiredService<IdentityIssuer>().Issue(identity, service);

    private ValueTask<ServiceIdentity?> ValidateAsync(string token, string service) => Services(_pem).GetRequiredService<IdentityValidator>().ValidateAsync(token, service);

    private ServiceProvider Services(string? signing, params string[] trusted) => new ServiceCollection()
        .AddSingleton<TimeProvider>(_clock)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            trusted.Select((pem, i) => KeyValuePair.Create($"Identity:TrustedKeys:{i}", (string?)pem)).Append(new("Identity:SigningKey", signing))).Build())
        .AddServiceIdentity()
        .BuildServiceProvider();
}
