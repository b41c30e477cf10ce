// Every class starts processes that use all cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
