namespace KreaPlatform.Contracts.Bus;

/// <summary>Names of queues that more than one service must know.</summary>
public static class QueueNames
{
    /// <summary>The queue of a model's jobs in one tier: one queue each, since RabbitMQ's quorum queues have no priorities before 4.0.</summary>
    public static string Generate(string model, string tier) => $"generate.{model}.{tier}";

    /// <summary>The queue of <see cref="DescribeImage"/>.</summary>
    public const string Describe = "describe-images";
}
