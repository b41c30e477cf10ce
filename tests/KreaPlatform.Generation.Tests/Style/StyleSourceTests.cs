using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Describing;

namespace KreaPlatform.Generation.Tests.Style;

public sealed class StyleSourceTests(NanoWorker nano)
{
    private static readonly GenerationSpec Plain = NanoWorker.Spec;

    private async Task<SourceSpec> ReferenceAsync(int style, double influence) => new()
    {
        Kind = SourceKinds.Reference, Id = $"ast_{style}", Influence = influence, Images = [new SourceImage(await nano.StoreAsync(RepositoryFiles.Style(style, 0)), 1)],
    };

    private async Task<SourceSpec> BoardAsync(string kind, double strength, params double[] weights) => new()
    {
        Kind = kind, Id = kind, Version = kind == SourceKinds.Moodboard ? 3 : null, Influence = strength,
        Images =
        [
            .. await Task.WhenAll(weights.Select(async (weight, i) =>
                new SourceImage(await nano.StoreAsync(RepositoryFiles.Style(7, i)), weight, Asset: i == 0 ? null : $"ast_{i}"))),
        ],
    };

    [Fact]
    public async Task A_reference_changes_the_image_and_one_without_influence_changes_no_bit()
    {
        var plain = await nano.MakeAsync(Plain);
        var styled = await nano.MakeAsync(Plain with { Sources = [await ReferenceAsync(20, 0.8)] });
        var without = await nano.MakeAsync(Plain with { Sources = [await ReferenceAsync(20, 0)] });
        var other = await nano.MakeAsync(Plain with { Sources = [await ReferenceAsync(30, 0.8)] });
        Assert.Equal(3, new[] { plain, styled, other }.Select(made => made.Images[0].Blob).Distinct().Count());
        Assert.Equal(plain.Images[0].Blob, without.Images[0].Blob);
        var nothing = Assert.Single(without.Receipt.Images[0].Sources);
        Assert.Equal((0, 0), (nothing.Applied, nothing.Measured));
    }

    [Fact]
    public async Task A_source_without_influence_need_not_even_exist()
    {
        var gone = await ReferenceAsync(20, 0) with { Images = [new SourceImage(new string('0', 64), 1)] };
        var plain = await nano.MakeAsync(Plain);
        Assert.Equal(plain.Images[0].Blob, (await nano.MakeAsync(Plain with { Sources = [gone] })).Images[0].Blob);
    }

    [Fact]
    public async Task The_receipt_tells_what_every_source_did_in_the_order_of_the_request()
    {
        SourceSpec[] sources =
        [
            await ReferenceAsync(20, 0.8), await ReferenceAsync(30, 0), await BoardAsync(SourceKinds.Style, -0.5, 1, 1), await BoardAsync(SourceKinds.Moodboard, 0.35, 3, 1),
        ];
        var made = await nano.MakeAsync(Plain with { Count = 2, Sources = sources });
        Assert.All(made.Receipt.Images, image =>
        {
            Assert.Equal(sources.Select(s => (s.Kind, s.Id, s.Version, s.Influence)), image.Sources.Select(s => (s.Kind, s.Id, s.Version, s.Applied)));
            Assert.All(image.Sources, s => Assert.True(s.Applied == 0 ? s.Measured == 0 : s.Measured is > 0 and < 1));
            Assert.Equal(4, image.Gram.Count);
            Assert.All(image.Gram, row => Assert.Equal(4, row.Count));
            Assert.True(image.Gram[0][0] > 0 && image.Gram[1][1] == 0 && image.Gram[2][0] == image.Gram[0][2]);
            var board = image.Sources[3];
            Assert.Equal([null, "ast_1"], board.Items.Select(i => i.Asset));
            Assert.Equal(board.Measured, board.Items.Sum(i => i.Measured), 12);
            Assert.Equal(3, board.Items[0].Measured / board.Items[1].Measured, 9);
        });
    }

    [Fact]
    public async Task A_board_pulls_towards_its_own_look()
    {
        var board = await BoardAsync(SourceKinds.Moodboard, 1.2, 1, 1, 1);
        var spec = Plain with { Count = 4, Width = 128, Height = 128, Steps = 10 };
        var look = await Looks([.. await Task.WhenAll(Enumerable.Range(3, 4).Select(i => nano.StoreAsync(RepositoryFiles.Style(7, i))))]);
        var plain = await nano.MakeAsync(spec);
        var styled = await nano.MakeAsync(spec with { Sources = [board] });
        Assert.True(Likeness(styled) > Likeness(plain) + 0.05, $"{Likeness(styled)} against {Likeness(plain)}");

        double Likeness(Contracts.Bus.AttemptCompleted made) =>
            made.Images.Average(image => look.Average(other => image.Vectors!.Style.Zip(other, (a, b) => (double)a * b).Sum()));
    }

    [Fact]
    public async Task A_reference_that_is_gone_fails_the_attempt_for_good()
    {
        var source = await ReferenceAsync(20, 1) with { Images = [new SourceImage(new string('a', 64), 1)] };
        var failed = await nano.FailAsync(Plain with { Sources = [source] });
        Assert.Equal((FailureCode.SourceUnavailable, false), (failed.Code, failed.Transient));
        Assert.Contains("aaaaaaaaaaaa is gone", failed.Message);
    }

    [Fact]
    public async Task A_reference_that_is_no_image_fails_the_attempt_for_good()
    {
        var source = await ReferenceAsync(20, 1) with { Images = [new SourceImage(await nano.StoreAsync("<html>"u8.ToArray()), 1)] };
        var failed = await nano.FailAsync(Plain with { Sources = [source] });
        Assert.Equal((FailureCode.SourceUnavailable, false), (failed.Code, failed.Transient));
        Assert.Contains("not a JPEG, PNG, WebP or GIF", failed.Message);
    }

    private async Task<float[][]> Looks(string[] blobs)
    {
        var vectors = new List<float[]>();
        foreach (var blob in blobs)
        {
            var pixels = await nano.PixelsAsync(new StoredImage { Index = 0, Blob = blob, Bytes = 0, Format = "", Width = 0, Height = 0, Seed = 0, Prompt = "" });
            vectors.Add(nano.Worker.Get<ImageDescriber>().Describe(Vision.ImageView.Of(pixels))!.Style);
        }
        return [.. vectors];
    }
}
