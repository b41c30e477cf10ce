namespace KreaPlatform.Gateway.SignUp;

/// <summary>The body of a sign-up, or of following its link, as it came.</summary>
public sealed class SignUpBody
{
    /// <summary>Address.</summary>
    public string? Email { get; set; }
    /// <summary>Token of the link.</summary>
    public string? Token { get; set; }
}
