using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using static KreaPlatform.Standalone.CommandLine.OptionKinds;

namespace KreaPlatform.Standalone.CommandLine;

/// <summary>The command line: its help, its checks, and what it says as <see cref="StandaloneOptions"/>.</summary>
internal static partial class StandaloneCommand
{
    /// <summary>Parses and runs; a mistake on the line is answered in one sentence each, not with the whole help.</summary>
    public static Task<int> InvokeAsync(string[] args, Func<StandaloneOptions, Task<int>> run)
    {
        var parsed = Create(run).Parse(args);
        if (parsed.Action is ParseErrorAction error) error.ShowHelp = false;
        // The host drains on Ctrl-C and SIGTERM by itself, and takes longer than the parser's own handler would let it.
        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static RootCommand Create(Func<StandaloneOptions, Task<int>> run)
    {
        var prompt = new Argument<string[]>("prompt")
        {
            Description = "What to draw. Without it, the platform serves until Ctrl-C.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        prompt.Validators.Add(RejectUnknownOptions);

        var count = Numeric<int>("-n", "How many images, 1 to 16 (default 1)", "--count");
        var width = Numeric<int>("--width", "Width in pixels, a multiple of 16 (default: the model's native size)");
        var height = Numeric<int>("--height", "Height in pixels, a multiple of 16");
        var ratio = Text("--aspect-ratio", "Instead of width and height, for instance 16:9", "RATIO");
        var steps = Numeric<int>("--steps", "Denoising steps, 1 to 100 (default: the model's)");
        var guidance = Numeric<double>("--guidance", "How closely to follow the prompt, 0 for not at all (default: the model's)");
        var seed = Numeric<long>("--seed", "Seed of the first image; the same seed makes the same images (default: random)");
        var negative = Text("--negative", "What to stay away from", "TEXT");
        var model = Text("--model", "Id of the model (default: krea-2-nano)", "ID");
        var references = Weighted("--reference", "Style reference, with its influence -2 to 2 (default 0.5); up to 10", "FILE:INFLUENCE", NoFile);
        var aesthetics = Weighted("--aesthetic", "Folder of up to 20 images as one moodboard, strength -0.5 to 1.5 (default 0.35); up to 3", "DIR:STRENGTH", NoFolder);
        var styles = Weighted("--style", "Named style, or a folder of images to make one of; strength -2 to 2 (default 0.5)", "ID:STRENGTH", _ => null);
        var creativity = Text("--creativity", "How far the prompt is expanded: raw, low, medium or high (default medium; raw with a style source)", "LEVEL");
        var diversity = Numeric<double>("--diversity", "How much images differ in what they show, 0 to 1 (default 0)");
        var intensity = Numeric<int>("--intensity", "From muted to vivid, -100 to 100 (default 0)");
        var complexity = Numeric<int>("--complexity", "From plain to busy, -100 to 100 (default 0)");
        var movement = Numeric<int>("--movement", "From still to moving, -100 to 100 (default 0)");
        var image = Picture("--image", "Image to start from");
        var strength = Numeric<double>("--strength", "How far to leave that image, 0 to 1 (default 0.6, or 1 with a mask)");
        var mask = Picture("--mask", "Where it may change: white repaints, black keeps");
        var upscale = Numeric<int>("--upscale", "Enlargement: 2, 3, 4 or 8 (default 1)");
        var format = Text("--format", "png, jpeg or webp (default png)", "FORMAT");
        var output = Text("--out", "Folder for the images (default: krea-out/TIME-PROMPT)", "DIR");
        var port = Port("--port", "HTTP port (default 8080; with a prompt, a free one)");
        var grpcPort = Port("--grpc-port", "gRPC port (default: the HTTP port + 1)");
        var key = Text("--key", "API key to accept (default: made once and kept in the data folder)", "KEY");
        var data = Text("--data", "Folder that keeps everything between runs (default krea-data; with a prompt, a temporary one)", "DIR");

        var root = new RootCommand("KreaPlatform in one process: images from a Krea 2 model, through the same gateway, queue and worker that production uses.")
        {
            prompt, references, aesthetics, styles, creativity, diversity, intensity, complexity, movement, image, strength, mask, count, width, height, ratio, upscale,
            steps, guidance, seed, negative, model, format, output, port, grpcPort, key, data,
        };
        root.SetAction((parsed, _) => run(new StandaloneOptions
        {
            Prompt = parsed.GetValue(prompt) is { Length: > 0 } words ? string.Join(' ', words) : null,
            Count = parsed.GetValue(count), Width = parsed.GetValue(width), Height = parsed.GetValue(height), AspectRatio = parsed.GetValue(ratio),
            Steps = parsed.GetValue(steps), Guidance = parsed.GetValue(guidance), Seed = parsed.GetValue(seed), Negative = parsed.GetValue(negative),
            References = parsed.GetValue(references) ?? [], Aesthetics = parsed.GetValue(aesthetics) ?? [], Styles = parsed.GetValue(styles) ?? [],
            Creativity = parsed.GetValue(creativity), Diversity = parsed.GetValue(diversity), Intensity = parsed.GetValue(intensity),
            Complexity = parsed.GetValue(complexity), Movement = parsed.GetValue(movement), Image = parsed.GetValue(image), Strength = parsed.GetValue(strength),
            Mask = parsed.GetValue(mask), Upscale = parsed.GetValue(upscale),
            Model = parsed.GetValue(model), Format = parsed.GetValue(format), Out = parsed.GetValue(output),
            Port = parsed.GetValue(port), GrpcPort = parsed.GetValue(grpcPort), Key = parsed.GetValue(key), Data = parsed.GetValue(data),
        }));
        return root;
    }

    private static string? NoFile(string name) => WeightedName.IsAddress(name) || File.Exists(name) ? null : $"there is no file '{name}'";

    private static string? NoFolder(string name) => Directory.Exists(name) ? null : $"there is no folder '{name}'";

    // The prompt takes any number of words, and would take a misspelt option for one of them.
    private static void RejectUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (LooksLikeOption().IsMatch(token.Value)) result.AddError($"There is no option '{token.Value}'; --help lists them all.");
    }

    [GeneratedRegex(@"^--?[A-Za-z][\w-]*(=.*)?$")]
    private static partial Regex LooksLikeOption();
}
