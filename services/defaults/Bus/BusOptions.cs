namespace KreaPlatform.ServiceDefaults.Bus;

/// <summary>Configuration section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Bus";

    /// <summary><c>memory</c> (one process; messages die with it, and the job rows bring them back) or <c>rabbitmq</c>.</summary>
    public string Transport { get; set; } = "memory";

    /// <summary>For RabbitMQ: <c>amqp://user:password@host:port/vhost</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether messages die with the process.</summary>
    public bool IsVolatile => Transport == "memory";
}
