namespace KreaPlatform.Gateway.Mail;

/// <summary>A mail to one address.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text.</param>
public sealed record OutgoingMail(string To, string Subject, string Text);
