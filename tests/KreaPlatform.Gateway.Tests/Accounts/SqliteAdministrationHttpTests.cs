namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class SqliteAdministrationHttpTests(AccountsEdge edge) : AdministrationHttpTests(edge), IClassFixture<AccountsEdge>;
