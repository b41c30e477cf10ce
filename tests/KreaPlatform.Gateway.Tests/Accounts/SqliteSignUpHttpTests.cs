namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class SqliteSignUpHttpTests(AccountsEdge edge) : SignUpHttpTests(edge), IClassFixture<AccountsEdge>;
