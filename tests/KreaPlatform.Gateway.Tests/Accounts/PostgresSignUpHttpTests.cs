namespace KreaPlatform.Gateway.Tests.Accounts;

public sealed class PostgresSignUpHttpTests(PostgresAccountsEdge edge) : SignUpHttpTests(edge), IClassFixture<PostgresAccountsEdge>;
