namespace KreaPlatform.Gateway.Rest;

/// <summary>Why a generation ended without images.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For a person.</param>
public sealed record ErrorResource(string Code, string Message);
