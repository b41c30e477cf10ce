namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class SqliteKeyHttpTests(AccountsEdge edge) : KeyHttpTests(edge), IClassFixture<AccountsEdge>;
