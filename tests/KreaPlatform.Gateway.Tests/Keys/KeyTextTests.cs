using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.Tests.Keys;

/// <summary>The pure parts of keys.</summary>
public sealed class KeyTextTests
{
    private static Arbitrary<byte[]> Secrets { get; } = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(KeyText.SecretBytes).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property A_key_has_its_form_and_another_secret_another_key() => Prop.ForAll(Secrets, Secrets, (a, b) =>
    {
        var key = KeyText.Of(a);
        Assert.Equal(KeyText.Length, key.Length);
        Assert.True(KeyText.IsWellFormed(key));
        Assert.Matches("^krea_[0-9a-z]{58}$", key);
        Assert.Equal(a.SequenceEqual(b), key == KeyText.Of(b));
        Assert.Equal(32, KeyText.Digest(key).Length);
    });

    [Property(MaxTest = 2000)]
    public Property A_mistyped_key_is_seen_without_looking_it_up() => Prop.ForAll(
        Secrets, Gen.Choose(0, KeyText.Length - 1).ToArbitrary(), Gen.Elements("0123456789abcdefghjkmnpqrstvwxyz".ToCharArray()).ToArbitrary(), (secret, at, to) =>
        {
            var key = KeyText.Of(secret);
            var typed = key[..at] + to + key[(at + 1)..];
            return typed == key || !KeyText.IsWellFormed(typed);
        });

    [Property(MaxTest = 1000)]
    public bool No_text_is_too_strange_to_be_judged(string? text) => text is null || !KeyText.IsWellFormed(text);

    [Fact]
    public void Every_role_may_less_than_the_owner_and_none_may_administer()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal(role.MostScopes(), role.MostScopes() & Role.Owner.MostScopes());
            Assert.Equal(Scopes.None, role.MostScopes() & Scopes.Admin);
            Assert.True(Roles.TryParse(Roles.NameOf(role), out var parsed) && parsed == role);
        }
        Assert.False(ScopeNames.TryParse("admin", out _));
        Assert.Equal(ScopeNames.OfAccounts, ScopeNames.Of(Scopes.Account));
    }
}
