using KreaPlatform.Gateway.Mail;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>Sign-up as a part of the gateway.</summary>
public static class SignUpHosting
{
    /// <summary>Adds invitations and the mail that carries them.</summary>
    public static IServiceCollection AddSignUp(this IServiceCollection services)
    {
        services.AddOptions<SignUpOptions>().BindConfiguration(SignUpOptions.Section);
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section);
        return services
            .AddSingleton<MailQueue>()
            .AddSingleton<IMailer>(MailOptions.Mailer)
            .AddHostedService<MailSender>()
            .AddSingleton<Invitations>()
            .AddHostedService<InvitationSweeper>();
    }
}
