using KreaPlatform.Evaluation.CommandLine;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Evaluation.Tests;

[assembly: AssemblyFixture(typeof(SmallBench))]

namespace KreaPlatform.Evaluation.Tests;

/// <summary>The shipped models, the corpus, and one small sweep of influence that several tests read.</summary>
public sealed class SmallBench : IAsyncLifetime
{
    private readonly DrawingStudio _studio = new(threads: 0);
    private readonly Lazy<InfluenceSweep> _sweep;
    private Bench? _bench;

    public SmallBench() => _sweep = new(() => InfluenceSweep.Run(_studio, Bench.Pairs, [-1, 0, 0.5f, 1, 2], seeds: 1));

    internal Bench Bench => _bench!;

    internal InfluenceSweep Sweep => _sweep.Value;

    public async ValueTask InitializeAsync() => _bench = new Bench(_studio, await EvaluationCorpus.LoadAsync(RepositoryFiles.Styles, _studio.Descriptor),
        new EvaluationOptions { Experiments = [], Pairs = 10, Out = "" });

    public ValueTask DisposeAsync()
    {
        _studio.Dispose();
        return ValueTask.CompletedTask;
    }
}
