using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>The fields of the bodies under <c>/v1/keys</c>.</summary>
public static class KeyFields
{
    /// <summary>Fields of a key.</summary>
    public static FieldTable<KeyBody> Key { get; } = new(
        Text<KeyBody>("name", (b, v) => b.Name = v, "label", "description"),
        Texts<KeyBody>("scopes", (b, v) => b.Scopes = v, "scope", "permissions"),
        Text<KeyBody>("expires_at", (b, v) => b.ExpiresAt = v, "expiry", "expires"));

    /// <summary>Fields of a rotation.</summary>
    public static FieldTable<RotationBody> Rotation { get; } = new(Integer<RotationBody>("overlap_seconds", (b, v) => b.OverlapSeconds = v, "overlap"));
}
