using Grpc.Core;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Derivation;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Submission;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC surface: the semantics of <c>/v1/generations</c>.</summary>
internal sealed class GenerationRpc(
    JobService jobs, JobWatch watch, GenerationSubmission submission, Derivations derivations, GenerationResources resources, PublicUrls urls, IHostApplicationLifetime lifetime)
    : GenerationService.GenerationServiceBase
{
    [Needs(Scopes.Generate)]
    public override async Task<Generation> Submit(SubmitRequest request, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return await ShowAsync(await submission.SubmitAsync(http.Caller(), Drafts.Of(request), new ErrorList(), http.Claim(), context.CancellationToken), context);
    }

    [Needs(Scopes.Read)]
    public override async Task<Generation> Get(GetRequest request, ServerCallContext context) => await ShowAsync(await FindAsync(request.Id, context), context);

    [Needs(Scopes.Read)]
    public override async Task<ListResponse> List(ListRequest request, ServerCallContext context)
    {
        var query = RpcListQuery.Read(request, out var errors);
        if (errors.Count > 0) throw RpcErrors.Invalid(errors);
        var page = await jobs.ListAsync(context.GetHttpContext().Caller(), query.Filter, query.After, query.Limit, context.CancellationToken);
        var response = new ListResponse { NextCursor = page.NextCursor ?? "" };
        foreach (var job in page.Items) response.Items.Add(await ShowAsync(job, context));
        return response;
    }

    [Needs(Scopes.Generate)]
    public override async Task<Generation> Cancel(CancelRequest request, ServerCallContext context)
    {
        var outcome = PrefixedId.IsValid(request.Id, IdPrefix.Generation)
            ? await jobs.CancelAsync(context.GetHttpContext().Caller(), request.Id, context.CancellationToken)
            : CancelOutcome.NotFound;
        var job = outcome == CancelOutcome.NotFound ? throw RpcErrors.NoGeneration() : await FindAsync(request.Id, context);
        return outcome == CancelOutcome.AlreadyEnded ? throw RpcErrors.AlreadyEnded(StatusNames.Of(job.Status)) : await ShowAsync(job, context);
    }

    [Needs(Scopes.Read)]
    public override async Task Watch(WatchRequest request, IServerStreamWriter<GenerationEvent> responseStream, ServerCallContext context)
    {
        var job = await FindAsync(request.Id, context);
        if (request.After < 0 || request.After > job.TransitionCount)
            throw RpcErrors.Invalid([FieldError.In("after", FieldErrorCode.OutOfRange, $"must be the number of a transition of this generation, 0 to {job.TransitionCount}")]);
        var baseUrl = urls.OfGrpc(context.GetHttpContext().Request);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var item in watch.WatchAsync(job.Id, (int)request.After, ending.Token))
            {
                var generation = item.Job is null ? null : await resources.OfAsync(item.Job, baseUrl, ending.Token);
                await responseStream.WriteAsync(Messages.Of(item, generation), ending.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw RpcErrors.Unavailable("The server stops: watch again after the last number seen.");
        }
    }

    [Needs(Scopes.Generate)]
    public override async Task<Generation> Vary(VaryRequest request, ServerCallContext context)
    {
        var (http, draft) = (context.GetHttpContext(), new VariationDraft { N = request.HasN ? request.N : null, Strength = request.HasStrength ? request.Strength : null });
        return await ShowAsync(await derivations.VaryAsync(http.Caller(), request.Id, request.Image, draft, new ErrorList(), http.Claim(), context.CancellationToken), context);
    }

    [Needs(Scopes.Generate)]
    public override async Task<Generation> Upscale(UpscaleRequest request, ServerCallContext context)
    {
        var (http, draft) = (context.GetHttpContext(), new UpscaleDraft { Factor = request.HasFactor ? request.Factor : null });
        return await ShowAsync(await derivations.UpscaleAsync(http.Caller(), request.Id, request.Image, draft, new ErrorList(), http.Claim(), context.CancellationToken), context);
    }

    [Needs(Scopes.Generate)]
    public override async Task<Generation> Rerun(RerunRequest request, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return await ShowAsync(await derivations.RerunAsync(http.Caller(), request.Id, new ErrorList(), http.Claim(), context.CancellationToken), context);
    }

    private async Task<Job> FindAsync(string id, ServerCallContext context) =>
        PrefixedId.IsValid(id, IdPrefix.Generation) && await jobs.FindAsync(context.GetHttpContext().Caller(), id, context.CancellationToken) is { } job
            ? job
            : throw RpcErrors.NoGeneration();

    private async Task<Generation> ShowAsync(SubmissionResult result, ServerCallContext context) =>
        result is SubmissionResult.Accepted accepted ? await ShowAsync(accepted.Job, context) : throw RpcErrors.Of(result);

    private async Task<Generation> ShowAsync(Job job, ServerCallContext context) =>
        Messages.Of(await resources.OfAsync(job, urls.OfGrpc(context.GetHttpContext().Request), context.CancellationToken));
}
