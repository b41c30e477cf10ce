using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

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
        var format = Text("--format", "png, jpeg or webp (default png)", "FORMAT");
        var output = Text("--out", "Folder for the images (default: krea-out/TIME-PROMPT)", "DIR");
        var port = Port("--port", "HTTP port (default 8080; with a prompt, a free one)");
        var grpcPort = Port("--grpc-port", "gRPC port (default: the HTTP port + 1)");
        var key = Text("--key", "API key to accept (default: made once and kept in the data folder)", "KEY");
        var data = Text("--data", "Folder that keeps everything between runs (default krea-data; with a prompt, a temporary one)", "DIR");

        var root = new RootCommand("KreaPlatform in one process: images from a Krea 2 model, through the same gateway, queue and worker that production uses.")
        {
            prompt, count, width, height, ratio, steps, guidance, seed, negative, model, format, output, port, grpcPort, key, data,
        };
        root.SetAction((parsed, _) => run(new StandaloneOptions
        {
            Prompt = parsed.GetValue(prompt) is { Length: > 0 } words ? string.Join(' ', words) : null,
            Count = parsed.GetValue(count), Width = parsed.GetValue(width), Height = parsed.GetValue(height), AspectRatio = parsed.GetValue(ratio),
            Steps = parsed.GetValue(steps), Guidance = parsed.GetValue(guidance), Seed = parsed.GetValue(seed), Negative = parsed.GetValue(negative),
            Model = parsed.GetValue(model), Format = parsed.GetValue(format), Out = parsed.GetValue(output),
            Port = parsed.GetValue(port), GrpcPort = parsed.GetValue(grpcPort), Key = parsed.GetValue(key), Data = parsed.GetValue(data),
        }));
        return root;
    }

    private static Option<T?> Numeric<T>(string name, string description, params string[] aliases) where T : struct, INumber<T> => new(name, aliases)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)) return value;
            result.AddError($"{name} takes a {(typeof(T) == typeof(double) ? "number" : "whole number")}; '{text}' is not one.");
            return null;
        },
    };

    private static Option<string?> Text(string name, string description, string placeholder) => new(name) { Description = description, HelpName = placeholder };

    private static Option<int?> Port(string name, string description)
    {
        var option = Numeric<int>(name, description);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var port) && port is < 0 or > 65535)
                result.AddError($"{name} must be from 0 to 65535 (0 takes a free port); {port} is not.");
        });
        return option;
    }

    // The prompt takes any number of words, and would take a misspelt option for one of them.
    private static void RejectUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
            if (LooksLikeOption().IsMatch(token.Value)) result.AddError($"There is no option '{token.Value}'; --help lists them all.");
    }

    [GeneratedRegex(@"^--?[A-Za-z][\w-]*(=.*)?$")]
    private static partial Regex LooksLikeOption();
}
