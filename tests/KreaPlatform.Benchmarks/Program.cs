using KreaPlatform.Benchmarks;
using KreaPlatform.Benchmarks.Edge;
using KreaPlatform.Benchmarks.Engine;
using KreaPlatform.Benchmarks.Serving;

if (args is [BareRoute.Argument])
{
    await BareRoute.ServeAsync();
    return 0;
}

return await Bench.RunAsync(args,
[
    // First, while the process is small.
    new EngineMemory(),
    new EngineComparison(),
    new EngineScaling(),
    new StartAndRest(),
    new SubmitUnderLoad(),
    new PickUpAndVisible(),
    new ManyWatchers(),
    new Phases(),
    new EtaError(),
    new EdgeSubmit(),
]);
