using System.Xml.Linq;
using NetArchTest.Rules;

namespace KreaPlatform.Architecture.Tests;

/// <summary>Who may know whom: services know Contracts and ServiceDefaults, never each other; only Standalone knows several.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["KreaPlatform.Contracts"] = [],
        ["KreaPlatform.ServiceDefaults"] = ["KreaPlatform.Contracts"],
        ["KreaPlatform.Diffusion"] = [],
        ["KreaPlatform.Vision"] = ["KreaPlatform.ServiceDefaults"],
        ["KreaPlatform.Prompting"] = [],
        ["KreaPlatform.Gateway"] = ["KreaPlatform.Contracts", "KreaPlatform.ServiceDefaults"],
        ["KreaPlatform.Generation"] = ["KreaPlatform.Contracts", "KreaPlatform.ServiceDefaults", "KreaPlatform.Diffusion", "KreaPlatform.Vision", "KreaPlatform.Prompting"],
    };

    [Fact]
    public void Every_project_references_only_what_the_design_lets_it()
    {
        foreach (var file in Repository.Files("*.csproj", "services"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is new: say in this test what it may reference.");
            var references = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.True(!references.Except(allowed).Any(), $"{name} must not reference {string.Join(", ", references.Except(allowed))}.");
        }
    }

    [Fact]
    public void Only_Standalone_and_tests_reference_several_services()
    {
        string[] services = ["KreaPlatform.Gateway", "KreaPlatform.Generation"];
        var several = Repository.Files("*.csproj", "services", "deploy", "tools")
            .Where(file => services.Count(service => Repository.Read(file).Contains($"/{service}.csproj")) > 1);
        Assert.Equal(["deploy/standalone/KreaPlatform.Standalone.csproj"], several);
    }

    [Fact]
    public void The_engine_knows_no_host_no_bus_no_database_and_no_network()
    {
        var result = Types.InAssembly(typeof(Diffusion.EngineOptions).Assembly).ShouldNot()
            .HaveDependencyOnAny("Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.DependencyInjection", "MassTransit",
                "Microsoft.EntityFrameworkCore", "StackExchange.Redis", "System.Net.Http", "System.Net.Sockets")
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    /// <summary>Pure: same in, same out, so that properties can be tested over millions of inputs.</summary>
    [Theory]
    [InlineData("KreaPlatform.Gateway.Jobs.JobMachine")]
    [InlineData("KreaPlatform.Gateway.Jobs.RetryPolicy")]
    [InlineData("KreaPlatform.Gateway.Requests.RequestRules")]
    [InlineData("KreaPlatform.Gateway.Webhooks.Delivery.RetrySchedule")]
    [InlineData("KreaPlatform.Gateway.Webhooks.Delivery.CircuitBreaker")]
    [InlineData("KreaPlatform.Gateway.Webhooks.Delivery.DeliveryDecision")]
    [InlineData("KreaPlatform.Gateway.Webhooks.Signing.WebhookSignature")]
    [InlineData("KreaPlatform.Generation.Slots.DeficitRoundRobin")]
    [InlineData("KreaPlatform.Diffusion.Sampling.Schedule")]
    [InlineData("KreaPlatform.Diffusion.Sampling.GaussianNoise")]
    public void Pure_cores_have_no_IO_no_clock_and_no_container(string type)
    {
        var named = Types.InAssemblies([typeof(Diffusion.EngineOptions).Assembly, typeof(Gateway.Jobs.Job).Assembly, typeof(Generation.Hosting.WorkerOptions).Assembly])
            .That().HaveName(type.Split('.')[^1]).And().ResideInNamespace(type[..type.LastIndexOf('.')]);
        Assert.NotEmpty(named.GetTypes());
        var result = named.ShouldNot()
            .HaveDependencyOnAny("System.TimeProvider", "System.IO.File", "System.IO.Stream", "System.Net", "System.Threading.Tasks.Task",
                "Microsoft.Extensions", "Microsoft.EntityFrameworkCore", "MassTransit", "StackExchange")
            .GetResult();
        Assert.True(result.IsSuccessful, type);
    }
}
