using System.Text.Json;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Job states as the public API names them.</summary>
public static class StatusNames
{
    private static readonly Dictionary<string, JobStatus> ByName =
        Enum.GetValues<JobStatus>().ToDictionary(status => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString()));

    /// <summary>Every name, in the order of a job's life.</summary>
    public static IReadOnlyCollection<string> All => ByName.Keys;

    /// <summary>The name of a state.</summary>
    public static string Of(JobStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>The state of a name.</summary>
    public static bool TryParse(string name, out JobStatus status) => ByName.TryGetValue(name, out status);
}
