using System.Net;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Gateway.Tests.Fetching;

public sealed class UrlFetcherTests
{
    private const int Most = 1000;

    private static ServiceProvider Services(string? trusted, IHostResolver? resolver = null, TimeSpan? timeout = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        if (resolver is not null) services.AddSingleton(resolver);
        services.AddGuardedFetching();
        services.Configure<FetchingOptions>(options =>
        {
            options.AllowedHosts = trusted is null ? [] : [trusted];
            if (timeout is { } longest) options.FetchTimeout = longest;
        });
        return services.BuildServiceProvider();
    }

    private static async Task<FetchResult> GetAsync(ServiceProvider services, string url) =>
        await services.GetRequiredService<UrlFetcher>().GetAsync(url, Most, "image/*", default);

    [Fact]
    public async Task What_a_trusted_host_serves_is_fetched_within_its_limit()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            var length = int.Parse(context.Request.Query["n"]!);
            if (context.Request.Path == "/told") context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(new byte[length]);
        });
        await using var services = Services(receiver.Host);
        Assert.Equal(Most, (await GetAsync(services, $"{receiver.Url}told?n={Most}")).Bytes!.Length);
        Assert.Equal(FetchErrorCode.TooManyBytes, (await GetAsync(services, $"{receiver.Url}told?n={Most + 1}")).Error);
        Assert.Equal(Most, (await GetAsync(services, $"{receiver.Url}chunked?n={Most}")).Bytes!.Length);
        Assert.Equal(FetchErrorCode.TooManyBytes, (await GetAsync(services, $"{receiver.Url}chunked?n={Most + 1}")).Error);
    }

    [Fact]
    public async Task Nobody_else_on_the_loopback_is_called()
    {
        await using var receiver = await Receiver.StartAsync(_ => Task.CompletedTask);
        await using var services = Services(trusted: null);
        foreach (var url in new[] { receiver.Url.ToString(), $"https://127.0.0.1:{receiver.Url.Port}/", $"https://localhost:{receiver.Url.Port}/" })
            Assert.Equal(FetchErrorCode.UrlRefused, (await GetAsync(services, url)).Error);
        Assert.Equal(0, receiver.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost:8443/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//10.0.0.1/x")]
    public async Task A_redirect_is_judged_like_any_other_URL(string target)
    {
        await using var secret = await Receiver.StartAsync(_ => Task.CompletedTask);
        target = string.Format(target, secret.Url.Port);
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        await using var services = Services(receiver.Host);
        var result = await GetAsync(services, receiver.Url.ToString());
        Assert.Equal(FetchErrorCode.UrlRefused, result.Error);
        Assert.Equal(0, secret.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_a_few_times()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            var left = int.Parse(context.Request.Query["left"]!);
            if (left == 0) await context.Response.Body.WriteAsync(new byte[7]);
            else
            {
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.Location = $"/?left={left - 1}";
            }
        });
        await using var services = Services(receiver.Host);
        Assert.Equal(7, (await GetAsync(services, $"{receiver.Url}?left=3")).Bytes!.Length);
        Assert.Equal(FetchErrorCode.TooManyRedirects, (await GetAsync(services, $"{receiver.Url}?left=4")).Error);
    }

    [Fact]
    public async Task A_name_that_changes_after_the_check_is_refused_at_the_connection()
    {
        // The check is told a public address; the connection resolves the name itself, and finds the loopback.
        await using var services = Services(trusted: null, new Lying());
        var guard = services.GetRequiredService<UrlGuard>();
        Assert.True((await guard.CheckAsync(new Uri("https://localhost/"))).IsAllowed);
        Assert.Equal(FetchErrorCode.UrlRefused, (await GetAsync(services, "https://localhost/")).Error);
        using var client = new HttpClient(services.GetRequiredService<GuardedHandler>());
        var refused = await Assert.ThrowsAsync<UrlRefusedException>(() => client.PostAsync("https://localhost/", new StringContent("x")));
        Assert.Equal(UrlRefusal.Address, refused.Verdict.Refusal);
    }

    [Fact]
    public async Task Failures_of_the_other_side_are_results()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            if (context.Request.Path == "/missing") context.Response.StatusCode = StatusCodes.Status404NotFound;
            else if (context.Request.Path == "/broken")
            {
                context.Response.ContentLength = 500;
                await context.Response.Body.WriteAsync(new byte[100]);
                context.Abort();
            }
            else await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using (var services = Services(receiver.Host))
        {
            Assert.Equal(FetchErrorCode.UrlNotFound, (await GetAsync(services, $"{receiver.Url}missing")).Error);
            Assert.Equal(FetchErrorCode.UrlUnreachable, (await GetAsync(services, $"{receiver.Url}broken")).Error);
        }
        await using (var services = Services(receiver.Host, timeout: TimeSpan.FromMilliseconds(50)))
            Assert.Equal(FetchErrorCode.TooSlow, (await GetAsync(services, $"{receiver.Url}silent")).Error);
        await using (var services = Services("127.0.0.1:1"))
            Assert.Equal(FetchErrorCode.UrlUnreachable, (await GetAsync(services, "http://127.0.0.1:1/")).Error);
    }

    [Theory]
    [InlineData("data:image/png;base64,AQID", true)]
    [InlineData("DATA:;base64,AQID", true)]
    [InlineData("data:image/png;name=x;BASE64,AQI%44", true)]
    [InlineData("data:image/png,AQID", false)]
    [InlineData("data:image/png;base64,AQ*D", false)]
    [InlineData("data:image/png;base64", false)]
    public void A_data_URI_holds_its_bytes_in_base64(string text, bool valid)
    {
        Assert.True(DataUri.Is(text));
        Assert.Equal(valid, DataUri.TryRead(text, out var bytes));
        if (valid) Assert.Equal([1, 2, 3], bytes!);
    }

    private sealed class Lying : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse("93.184.216.34")]);
    }
}
