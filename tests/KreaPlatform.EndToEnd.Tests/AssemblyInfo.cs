using Xunit.v3;
using Xunit.Sdk;

// Every class starts processes that use all cores.
[assembly: Parallelization(Mode = ParallelMode.None)]
