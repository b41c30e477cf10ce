using System.Text.Json;
using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>What roles mean.</summary>
public static class Roles
{
    /// <summary>Every role's name in the API.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Role>().Select(NameOf)];

    /// <summary>The most that a key of such a member may do.</summary>
    public static Scopes MostScopes(this Role role) => role switch
    {
        Role.Owner => Scopes.Account,
        Role.Developer => Scopes.Read | Scopes.Generate | Scopes.Assets | Scopes.Webhooks | Scopes.Keys,
        Role.Billing => Scopes.Billing,
        _ => Scopes.Read,
    };

    /// <summary>Its name in the API.</summary>
    public static string NameOf(Role role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    /// <summary>The role of a name.</summary>
    public static bool TryParse(string name, out Role role)
    {
        foreach (var value in Enum.GetValues<Role>())
        {
            role = value;
            if (NameOf(value) == name) return true;
        }
        role = default;
        return false;
    }
}
