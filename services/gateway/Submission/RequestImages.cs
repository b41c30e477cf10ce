using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Submission;

/// <summary>Finds the images that a request names: those of the caller's generations as they are, all others as assets, which they become if need be.</summary>
public sealed class RequestImages(JobService jobs, AssetService assets)
{
    /// <summary>The images that can be had, by name; what is wrong with the others is added at their places.</summary>
    public async Task<IReadOnlyDictionary<string, TakenImage>> TakeAllAsync(
        Caller caller, IReadOnlyList<(string Image, string Pointer)> named, ErrorList errors, CancellationToken cancel)
    {
        var taken = new Dictionary<string, TakenImage>();
        var others = new List<(string Image, string Pointer)>();
        foreach (var (name, pointer) in named)
        {
            if (!GenerationImage.TryParse(name, out var image)) others.Add((name, pointer));
            else if (await FindAsync(caller, image, pointer, errors, cancel) is { } found) taken[name] = found;
        }
        var kept = await assets.TakeAllAsync(caller, others, errors, cancel);
        foreach (var (other, asset) in others.Zip(kept))
            if (asset is not null) taken[other.Image] = new TakenImage(asset.Id, asset.Blob, asset.Id);
        return taken;
    }

    private async Task<TakenImage?> FindAsync(Caller caller, GenerationImage named, string pointer, ErrorList errors, CancellationToken cancel)
    {
        var found = (await jobs.FindAsync(caller, named.Generation, cancel))?.Images.Find(i => i.Index == named.Index);
        if (found is { Status: ImageStatus.Ready, Blob: { } blob }) return new TakenImage(named.ToString(), blob, null);
        if (found is { Status: ImageStatus.Deleted }) errors.Add(pointer, AssetErrorCode.Gone, "that image has been deleted");
        else errors.Add(pointer, FieldErrorCode.NotFound, "there is no such image of a generation in your account");
        return null;
    }
}
