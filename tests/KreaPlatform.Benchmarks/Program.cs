using KreaPlatform.Benchmarks;
using KreaPlatform.Benchmarks.Engine;
using KreaPlatform.Benchmarks.Serving;

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
]);
