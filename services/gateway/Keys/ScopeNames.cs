using System.Text.Json;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Scopes as the API names them.</summary>
public static class ScopeNames
{
    private static readonly (string Name, Scopes Scope)[] Single =
    [
        .. Enum.GetValues<Scopes>().Where(s => System.Numerics.BitOperations.IsPow2((int)s)).Select(s => (JsonNamingPolicy.SnakeCaseLower.ConvertName(s.ToString()), s)),
    ];

    /// <summary>The names that a key of an account may have; the administrator's is not among them.</summary>
    public static IReadOnlyList<string> OfAccounts { get; } = Of(Scopes.Account);

    /// <summary>The names of all that <paramref name="scopes"/> has.</summary>
    public static IReadOnlyList<string> Of(Scopes scopes) => [.. Single.Where(s => (scopes & s.Scope) != 0).Select(s => s.Name)];

    /// <summary>The scope of a name that an account's key may have.</summary>
    public static bool TryParse(string name, out Scopes scope)
    {
        scope = Single.FirstOrDefault(s => s.Name == name).Scope & Scopes.Account;
        return scope != Scopes.None;
    }
}
