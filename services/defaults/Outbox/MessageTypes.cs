using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>The contract types that may lie in an outbox, by name: only those of the contracts assembly.</summary>
public static class MessageTypes
{
    private static readonly Dictionary<string, Type> ByName = typeof(GenerateImages).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(GenerateImages).Namespace && t is { IsClass: true, IsAbstract: false })
        .ToDictionary(t => t.Name);

    /// <summary>The type of that name, or null when this version of the contracts has none.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
