namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class SqliteBillingHttpTests(AccountsEdge edge) : BillingHttpTests(edge), IClassFixture<AccountsEdge>;
