using System.CommandLine;

namespace KreaPlatform.Evaluation.CommandLine;

/// <summary>The command line of the evaluation.</summary>
internal static class EvaluationCommand
{
    /// <summary>Parses and runs.</summary>
    public static Task<int> InvokeAsync(string[] args)
    {
        var experiments = new Argument<string[]>("experiment") { Description = $"{string.Join(", ", Experiments.Names)}; all of them by default", Arity = ArgumentArity.ZeroOrMore };
        experiments.AcceptOnlyFromAmong([.. Experiments.Names]);
        var quick = new Option<bool>("--quick") { Description = "A few pairs and seeds, to see that it runs" };
        var pairs = Count("--pairs", "Pairs of prompt and reference", 20, 60);
        var jobs = Count("--jobs", "Jobs of eight a prompt and setting of variation", 3, 100);
        var threads = new Option<int>("--threads") { Description = "Threads of one model call; 0: one a core", HelpName = "N" };
        var output = new Option<string>("--out") { Description = "Folder of the reports", DefaultValueFactory = _ => RepositoryFiles.Results, HelpName = "DIR" };

        var root = new RootCommand("Measures what the style controls do, with the models that ship: tables as Markdown, plots and contact sheets as WebP.")
        {
            experiments, quick, pairs, jobs, threads, output,
        };
        root.SetAction((parsed, _) => Experiments.RunAsync(new EvaluationOptions
        {
            Experiments = parsed.GetValue(experiments) ?? [],
            Quick = parsed.GetValue(quick),
            Pairs = parsed.GetValue(pairs),
            Jobs = parsed.GetValue(jobs),
            Threads = parsed.GetValue(threads),
            Out = parsed.GetValue(output)!,
        }));
        return root.Parse(args).InvokeAsync();
    }

    private static Option<int> Count(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = $"{description}, 1 to {most}", DefaultValueFactory = _ => usual, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < 1 || value > most)) result.AddError($"{name} takes 1 to {most}.");
        });
        return option;
    }
}
