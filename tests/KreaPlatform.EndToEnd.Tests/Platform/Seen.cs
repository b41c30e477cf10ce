using System.Text.Json;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>One server-sent event.</summary>
public sealed record Seen(string Type, int Number, JsonElement Data);
