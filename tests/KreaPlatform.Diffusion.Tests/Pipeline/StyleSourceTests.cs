using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Tests.Pipeline;

public sealed class StyleSourceTests
{
    private static readonly Krea2Pipeline Nano = Pipelines.Nano, Latents = Requests.TinyWithReferences;

    public static TheoryData<string> Kinds => ["context", "latents"];

    [Theory, MemberData(nameof(Kinds))]
    public void An_influence_of_zero_changes_no_bit_and_is_reported_as_nothing(string kind)
    {
        var (pipeline, input) = Of(kind);
        var with = pipeline.Run(input with { Sources = [Reference(1, 0), Board(0)] }).Images[0];
        Assert.Equal(pipeline.Pixels(input), with.Pixels);
        Assert.All(with.Sources, source => Assert.Equal((0f, 0.0), (source.Applied, source.Measured)));
        Assert.All(with.Gram, row => Assert.All(row, x => Assert.Equal(0, x)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_influence_of_zero_costs_no_evaluation_and_keeps_its_place(string kind)
    {
        var (pipeline, _) = Of(kind);
        Assert.Empty(pipeline.PrepareSources([Reference(1, 0), Board(0)], new RunClock()));
        var second = Assert.Single(pipeline.PrepareSources([Reference(1, 0), Reference(2, 0.5f)], new RunClock()));
        Assert.Equal(1, second.Index);
        Assert.All(second.References, reference => Assert.Equal(2, reference.Place));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Adding_a_source_of_zero_to_others_changes_no_bit(string kind)
    {
        var (pipeline, input) = Of(kind);
        // Last, since places of references count all of them.
        Assert.Equal(pipeline.Pixels(input with { Sources = [Reference(1, 0.7f)] }), pipeline.Pixels(input with { Sources = [Reference(1, 0.7f), Reference(2, 0)] }));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_larger_influence_moves_the_image_further_and_a_negative_one_elsewhere(string kind)
    {
        var (pipeline, input) = Of(kind);
        float[] plain = pipeline.Pixels(input);
        float[] weak = With(0.3f), strong = With(1.2f), away = With(-1.2f);
        Assert.True(Requests.Distance(plain, weak) < Requests.Distance(plain, strong));
        Assert.True(Requests.Distance(strong, away) > Requests.Distance(plain, strong));

        float[] With(float influence) => pipeline.Pixels(input with { Sources = [Reference(1, influence)] });
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_board_of_one_image_is_that_image_as_a_reference(string kind)
    {
        var (pipeline, input) = Of(kind);
        var reference = Reference(1, 0.5f);
        Assert.Equal(pipeline.Pixels(input with { Sources = [reference] }), pipeline.Pixels(input with { Sources = [reference with { Kind = SourceKind.Moodboard }] }));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Only_the_proportions_of_weights_count(string kind)
    {
        var (pipeline, input) = Of(kind);
        Close.Absolute(pipeline.Pixels(input with { Sources = [Board(0.7f, 1)] }), pipeline.Pixels(input with { Sources = [Board(0.7f, 10)] }), 1e-4);
    }

    [Fact]
    public void Of_a_board_too_large_for_latents_the_heaviest_images_enter()
    {
        var input = Requests.Small(1);
        StyleSource BoardOf(params (ulong Seed, float Weight)[] items) => Board(1) with
        {
            Representatives = [.. items.Select(item => new Representative(Requests.Picture(item.Seed, 64, 48), item.Weight))],
        };
        var five = BoardOf((1, 0.1f), (2, 0.3f), (3, 0.05f), (4, 0.35f), (5, 0.2f));
        var three = BoardOf((4, 0.35f), (2, 0.3f), (5, 0.2f));
        Assert.Equal(Latents.Pixels(input with { Sources = [three] }), Latents.Pixels(input with { Sources = [five] }));
    }

    [Fact]
    public void A_model_exported_with_references_equals_the_plain_one_when_there_are_none() =>
        Close.Absolute(Requests.Tiny.Pixels(Requests.Small(1)), Latents.Pixels(Requests.Small(1)), 1e-3);

    [Theory, MemberData(nameof(Kinds))]
    public void Sources_are_measured_for_every_image_and_calls_that_are_cut_change_nothing(string kind)
    {
        var (pipeline, input) = Of(kind);
        input = input with { Prompts = ["a fox", "a fox"], Seeds = [1, 2], Sources = [Reference(1, 0.5f), Reference(2, -0.5f), Board(0.4f)] };
        var whole = pipeline.Run(input);
        using var cut = Krea2Pipeline.Load(pipeline.Bundle, new EngineOptions { MaxBatch = 3 });
        var inPieces = cut.Run(input);
        for (int image = 0; image < 2; image++)
        {
            Assert.All(whole.Images[image].Sources, source => Assert.InRange(source.Measured, 1e-6, 1));
            Close.Absolute(whole.Images[image].Pixels, inPieces.Images[image].Pixels, 1e-3);
            Close.OfLargest(Flat(whole.Images[image]), Flat(inPieces.Images[image]), 1e-3);
        }

        static float[] Flat(GeneratedImage image) => [.. image.Gram.SelectMany(row => row).Select(x => (float)x)];
    }

    [Fact]
    public void References_of_any_size_are_fitted()
    {
        var odd = StyleSource.Reference("odd", Requests.Picture(3, 333, 77), 0.5f);
        Assert.NotEqual(Nano.Pixels(Requests.Nano(1)), Nano.Pixels(Requests.Nano(1) with { Sources = [odd] }));
        Assert.NotEqual(Latents.Pixels(Requests.Small(1)), Latents.Pixels(Requests.Small(1) with { Sources = [odd] }));
    }

    [Fact]
    public void Sources_that_cannot_be_used_are_refused_with_the_reason()
    {
        Refused("influence", Nano, Reference(1, float.NaN));
        Refused("influence", Nano, Reference(1, 2.1f));
        Refused("no image", Nano, Board(1) with { Representatives = [] });
        Refused("weight", Nano, Board(1) with { Representatives = [new Representative(Requests.Picture(1, 16, 16), 0)] });
        Refused("11 references", Nano, [.. Enumerable.Range(1, 11).Select(i => Reference((ulong)i, 0.1f))]);
        Refused("takes no style sources", Requests.Tiny, Reference(1, 1));

        static void Refused(string reason, Krea2Pipeline pipeline, params StyleSource[] sources)
        {
            var input = pipeline == Nano ? Requests.Nano(1) : Requests.Small(1);
            Assert.Contains(reason, Assert.Throws<ArgumentException>(() => pipeline.Run(input with { Sources = sources })).Message);
        }
    }

    private static (Krea2Pipeline, GenerationInput) Of(string kind) => kind == "context" ? (Nano, Requests.Nano(1)) : (Latents, Requests.Small(1) with { Guidance = 1 });

    private static StyleSource Reference(ulong picture, float influence) => StyleSource.Reference($"picture {picture}", Requests.Picture(picture, 64, 48), influence);

    private static StyleSource Board(float strength, float scale = 1) => new()
    {
        Id = "board",
        Kind = SourceKind.Moodboard,
        Influence = strength,
        Representatives = [new(Requests.Picture(8, 48, 48), 0.6f * scale), new(Requests.Picture(9, 64, 32), 0.4f * scale)],
    };
}
