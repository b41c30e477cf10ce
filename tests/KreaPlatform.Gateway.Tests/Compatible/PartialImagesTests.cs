using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Compatible.OpenAi;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class PartialImagesTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 10 })]
    [InlineData(2, new[] { 7, 14 })]
    [InlineData(3, new[] { 5, 10, 15 })]
    public void They_lie_evenly_over_the_steps(int wanted, int[] taken)
    {
        var partials = new PartialImages(wanted);
        Assert.Equal(taken, Enumerable.Range(1, 20).Where(step => partials.Take(step, 20)));
    }

    [Property]
    public Property Never_more_than_asked_for_and_all_of_them_when_there_are_previews_enough() => Prop.ForAll(
        Gen.Choose(0, 3).SelectMany(wanted => Gen.Choose(wanted + 1, 100).Select(steps => (wanted, steps))).ToArbitrary(), given =>
        {
            var partials = new PartialImages(given.wanted);
            return Enumerable.Range(1, given.steps).Count(step => partials.Take(step, given.steps)) == given.wanted;
        });
}
