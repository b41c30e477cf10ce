using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Administration;
using KreaPlatform.Gateway.Administration.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.SignUp;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>Accounts, and all that they have, as a part of the gateway.</summary>
public static class AccountsHosting
{
    /// <summary>Adds plans, keys, money, sign-up and administration.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<PlansOptions>().BindConfiguration(PlansOptions.Section);
        return services
            .AddSingleton<PlanCatalog>()
            .AddKeys()
            .AddBilling()
            .AddSignUp()
            .AddHostedService<DevelopmentAccount>()
            .AddSingleton<AccountService>()
            .AddSingleton<MemberService>()
            .AddSingleton<AccountAdministration>()
            .AddSingleton<MoneyAdministration>()
            .AddSingleton<IJobConsequence, OutcomeEvents>();
    }

    /// <summary>Maps their routes.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSignUp();
        routes.MapAccount();
        routes.MapMembers();
        routes.MapKeys();
        routes.MapBilling();
        routes.MapAdministration();
    }
}
