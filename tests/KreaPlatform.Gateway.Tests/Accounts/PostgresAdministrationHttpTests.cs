namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class PostgresAdministrationHttpTests(PostgresAccountsEdge edge) : AdministrationHttpTests(edge), IClassFixture<PostgresAccountsEdge>;
