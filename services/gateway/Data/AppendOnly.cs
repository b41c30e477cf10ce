namespace KreaPlatform.Gateway.Data;

/// <summary>SQL for migrations that makes a table append-only in the database itself, whatever a program or a person at a prompt tries.</summary>
public static class AppendOnly
{
    /// <summary>For SQLite.</summary>
    public static string Sqlite(string table) => $"""
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        """;

    /// <summary>For PostgreSQL.</summary>
    public static string Postgres(string table) => $"""
        CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only();
        """;
}
