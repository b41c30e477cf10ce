using FsCheck.Xunit;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Compatible.Krea;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class KreaIdsTests
{
    [Property]
    public bool An_id_and_its_UUID_name_the_same_thing(Guid value)
    {
        var id = "gen_" + PrefixedId.Encode(value);
        var uuid = KreaIds.Of(id, IdPrefix.Generation);
        return Guid.Parse(uuid) == value && KreaIds.Parse(uuid, IdPrefix.Generation) == id && KreaIds.Parse(id, IdPrefix.Generation) == id;
    }

    [Property]
    public bool Nothing_else_is_an_id(string? text) => KreaIds.Parse(text, IdPrefix.Generation) is not { } id || PrefixedId.IsValid(id, IdPrefix.Generation);

    [Fact]
    public void An_id_of_more_than_128_bits_is_none()
    {
        Assert.Equal(Guid.AllBitsSet.ToString(), KreaIds.Of("gen_7zzzzzzzzzzzzzzzzzzzzzzzzz", IdPrefix.Generation));
        Assert.Null(KreaIds.Parse("gen_8zzzzzzzzzzzzzzzzzzzzzzzzz", IdPrefix.Generation));
        Assert.Null(KreaIds.Parse("ast_7zzzzzzzzzzzzzzzzzzzzzzzzz", IdPrefix.Generation));
    }
}
