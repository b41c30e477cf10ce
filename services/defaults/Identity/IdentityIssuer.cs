using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>Issues the tokens that the gateway puts on what it proxies and calls: JSON web tokens (RFC 7519), signed with ES256, each for one service and a short time.</summary>
public sealed class IdentityIssuer
{
    /// <summary>Who issues.</summary>
    public const string Issuer = "krea-gateway";
    internal const string UserClaim = "user";
    internal const string ScopeClaim = "scope";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeSpan _lifetime;
    private readonly SigningCredentials _credentials;
    private readonly TimeProvider _clock;

    internal IdentityIssuer(IdentityKeys keys, IOptions<IdentityOptions> options, TimeProvider clock)
    {
        _lifetime = options.Value.Lifetime;
        _clock = clock;
        _credentials = new SigningCredentials(keys.Signing ?? throw new InvalidOperationException("Identity:SigningKey is missing: this process can't vouch for anybody."),
            SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>A token that tells <paramref name="service"/>, and no other, on whose behalf it is called.</summary>
    public string Issue(ServiceIdentity identity, string service)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = identity.AccountId, [ScopeClaim] = string.Join(' ', identity.Scopes) };
        if (identity.User is { } user) claims[UserClaim] = user;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = service, IssuedAt = now, NotBefore = now, Expires = now + _lifetime, Claims = claims, SigningCredentials = _credentials,
        });
    }
}
