using System.Text;
using FsCheck;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Idempotency;

namespace KreaPlatform.Gateway.Tests.Idempotency;

public sealed class AnswerSealTests
{
    [Property]
    public void Who_sealed_an_answer_opens_it_and_nobody_else(NonNull<string> key, NonNull<string> other, byte[] answer)
    {
        var kept = AnswerSeal.Seal(key.Get, answer);
        Assert.Equal(answer, AnswerSeal.Open(key.Get, kept));
        if (key.Get != other.Get) Assert.Null(AnswerSeal.Open(other.Get, kept));
        kept[^1] ^= 1;
        Assert.Null(AnswerSeal.Open(key.Get, kept));
    }

    [Fact]
    public void A_secret_is_not_to_be_read_in_what_is_kept() =>
        Assert.DoesNotContain("krea_secret", Encoding.Latin1.GetString(AnswerSeal.Seal("k", Encoding.UTF8.GetBytes("{\"key\":\"krea_secret\"}"))));
}
