using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>The body of a request for a rerun: empty.</summary>
public sealed class RerunDraft : Draft;
