using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>Believes tokens of <see cref="IdentityIssuer"/> and nothing else: one algorithm, known keys, this service, now.</summary>
public sealed class IdentityValidator
{
    private const int LongestToken = 8 * 1024;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly IdentityKeys _keys;
    private readonly TimeSpan _skew;
    private readonly TimeProvider _clock;

    internal IdentityValidator(IdentityKeys keys, IOptions<IdentityOptions> options, TimeProvider clock) => (_keys, _skew, _clock) = (keys, options.Value.Skew, clock);

    /// <summary>Who the token speaks of; null when it is not to be believed by <paramref name="service"/>.</summary>
    public async ValueTask<ServiceIdentity?> ValidateAsync(string token, string service)
    {
        if (token.Length > LongestToken) return null;
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = _keys.Trusted,
            TryAllIssuerSigningKeys = false,
            ValidIssuer = IdentityIssuer.Issuer,
            ValidAudience = service,
            RequireSignedTokens = true,
            LifetimeValidator = IsNow,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || jwt.Subject is not { Length: > 0 } account) return null;
        var user = jwt.TryGetPayloadValue<string>(IdentityIssuer.UserClaim, out var named) ? named : null;
        return jwt.TryGetPayloadValue<string>(IdentityIssuer.ScopeClaim, out var scopes)
            ? new ServiceIdentity(account, user, scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : null;
    }

    private bool IsNow(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return from is { } start && to is { } end && start - _skew <= now && now < end + _skew;
    }
}
