namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>Configuration section <c>Database</c>, or <c>Database:NAME</c> for one service of a host that runs several.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Database";

    /// <summary><c>sqlite</c> (a file, one process) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Connection string of the provider.</summary>
    public string ConnectionString { get; set; } = "Data Source=krea.db";

    /// <summary>Whether the host brings the schema up to date when it starts; in production a job of its own does.</summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>Whether one process owns the database, so that writers can take turns inside it.</summary>
    public bool IsSqlite => Provider == "sqlite";
}
