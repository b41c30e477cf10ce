namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Marks a route whose answer holds a secret that is shown once: what is kept of it for <c>Idempotency-Key</c> is sealed (<see cref="AnswerSeal"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersSecretAttribute : Attribute;
