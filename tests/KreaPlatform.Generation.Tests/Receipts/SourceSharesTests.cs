using FsCheck;
using FsCheck.Xunit;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Receipts;

namespace KreaPlatform.Generation.Tests.Receipts;

public sealed class SourceSharesTests
{
    [Property(MaxTest = 300)]
    public void A_board_s_share_is_divided_whole_and_by_weight_over_the_images_that_took_part(NonEmptyArray<PositiveInt> weights, PositiveInt most, byte share)
    {
        var measured = share / 256.0;
        var images = weights.Get.Select((w, i) => new SourceImage($"{i}", w.Get, $"ast_{i}")).ToArray();
        var source = new SourceSpec { Kind = SourceKinds.Moodboard, Id = "brd_1", Version = 2, Influence = 0.35, Images = images };
        var receipt = Assert.Single(SourceShares.Of([source], [measured], most.Get));

        Assert.Equal(images.Select(i => i.Asset), receipt.Items.Select(i => i.Asset));
        Assert.Equal(measured, receipt.Items.Sum(i => i.Measured), 12);
        if (measured == 0) return;
        var took = receipt.Items.Zip(images, (item, image) => (item.Measured, image.Weight)).Where(p => p.Measured > 0).ToList();
        Assert.Equal(Math.Min(most.Get, images.Length), took.Count);
        Assert.All(took, p => Assert.Equal(took[0].Measured / took[0].Weight, p.Measured / p.Weight, 12));
        Assert.True(took.Min(p => p.Weight) >= receipt.Items.Zip(images).Where(p => p.First.Measured == 0).Select(p => p.Second.Weight).DefaultIfEmpty(0).Max());
    }

    [Fact]
    public void A_reference_is_one_image_and_has_no_items()
    {
        var source = new SourceSpec { Kind = SourceKinds.Reference, Id = "ast_1", Influence = -0.5, Images = [new SourceImage("a", 1)] };
        var receipt = Assert.Single(SourceShares.Of([source], [0.25], int.MaxValue));
        Assert.Equal((-0.5, 0.25, 0), (receipt.Applied, receipt.Measured, receipt.Items.Count));
    }
}
