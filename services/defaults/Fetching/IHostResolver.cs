using System.Net;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Resolves host names for checks made before a call.</summary>
public interface IHostResolver
{
    /// <summary>The addresses of a name or literal; empty when there are none.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancel);
}
