namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class PostgresBillingHttpTests(PostgresAccountsEdge edge) : BillingHttpTests(edge), IClassFixture<PostgresAccountsEdge>;
