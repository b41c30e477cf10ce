using System.Text.Json;

namespace KreaPlatform.Gateway.Requests;

/// <summary>One member that an object of the body may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads its value (never null) at a pointer into the target, or adds errors.</param>
/// <param name="AlsoCalled">What other APIs call it: only for suggestions, never accepted.</param>
/// <typeparam name="T">What the object is read into.</typeparam>
public sealed record Field<T>(string Name, Action<JsonElement, string, T, ErrorList> Read, params IReadOnlyList<string> AlsoCalled);
