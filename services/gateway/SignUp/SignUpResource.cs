namespace KreaPlatform.Gateway.SignUp;

/// <summary>The answer to a sign-up: the same whether the address is known or not.</summary>
/// <param name="Message">What happens next.</param>
public sealed record SignUpResource(string Message);
