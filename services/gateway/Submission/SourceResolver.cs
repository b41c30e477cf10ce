using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Styles;

namespace KreaPlatform.Gateway.Submission;

/// <summary>
/// From the images, styles and boards that a request names to stored images.
/// 1. Images, each once. 2. References. 3. Styles. 4. Moodboards. 5. What the images start from. 6. Verdict.
/// </summary>
public sealed class SourceResolver(RequestImages images, StyleService styles, IMoodboards boards)
{
    /// <summary>The request with its sources; null, with errors at their places, when one can't be had.</summary>
    public async Task<ResolvedRequest?> ResolveAsync(Caller caller, GenerationRequest request, ErrorList errors, CancellationToken cancel)
    {
        // 1.
        var taken = await images.TakeAllAsync(caller, [.. Named(request).DistinctBy(n => n.Image)], errors, cancel);
        TakenImage? Taken(string image) => taken.GetValueOrDefault(image);
        var sources = new List<SourceSpec>();

        // 2.
        var references = new List<ReferenceInput>();
        foreach (var (i, reference) in request.References.Index())
        {
            if (Taken(reference.Image) is not { } image) continue;
            if (references.Exists(r => r.Image == image.Name))
                errors.Add($"/references/{i}/image", FieldErrorCode.Duplicate, $"is the same image as an earlier reference ({image.Name})");
            references.Add(reference with { Image = image.Name });
            sources.Add(Source(SourceKinds.Reference, image.Name, reference.Influence, [new SourceImage(image.Blob, 1, image.Asset)]));
        }

        // 3.
        foreach (var (i, style) in request.Styles.Index())
        {
            if (await styles.FindAsync(caller, style.Id, cancel) is { } found)
                sources.Add(Source(SourceKinds.Style, style.Id, style.Strength, [.. found.Images.Select(s => new SourceImage(s.Blob, s.Weight, s.AssetId))]));
            else errors.Add($"/styles/{i}/id", FieldErrorCode.NotFound, "there is no style of that id that you may use");
        }

        // 4.
        var moodboards = new List<MoodboardInput>();
        foreach (var (i, board) in request.Moodboards.Index())
        {
            if (board.Images is { } own)
            {
                var found = own.Where(o => Taken(o.Image) is not null).Select(o => (Image: Taken(o.Image)!, o.Weight)).ToList();
                moodboards.Add(board with { Images = [.. found.Select(f => new BoardImageInput(f.Image.Name, f.Weight))] });
                sources.Add(Source(SourceKinds.Moodboard, $"moodboards/{i}", board.Strength, [.. found.Select(f => new SourceImage(f.Image.Blob, f.Weight, f.Image.Asset))]));
            }
            else if (await boards.FindAsync(caller, board.Id!, $"/moodboards/{i}/id", errors, cancel) is { } snapshot)
            {
                moodboards.Add(board with { Version = snapshot.Version });
                sources.Add(Source(SourceKinds.Moodboard, board.Id!, board.Strength, snapshot.Images) with { Version = snapshot.Version });
            }
        }

        // 5.
        var (start, mask) = (request.Image is null ? null : Taken(request.Image), request.Mask is null ? null : Taken(request.Mask));
        var edit = start is null ? null : new EditSpec(start.Blob, request.Strength ?? RequestLimits.DefaultStrength, mask?.Blob);

        // 6.
        if (!errors.IsEmpty) return null;
        var understood = request with { References = references, Moodboards = moodboards, Image = start?.Name, Mask = mask?.Name };
        return new ResolvedRequest(understood, sources.Count == 0 && edit is null ? null : new JobSources(sources, edit));
    }

    private static IEnumerable<(string Image, string Pointer)> Named(GenerationRequest request)
    {
        foreach (var (i, reference) in request.References.Index()) yield return (reference.Image, $"/references/{i}/image");
        foreach (var (i, board) in request.Moodboards.Index())
            foreach (var (j, image) in (board.Images ?? []).Index()) yield return (image.Image, $"/moodboards/{i}/images/{j}/image");
        if (request.Image is { } start) yield return (start, "/image");
        if (request.Mask is { } mask) yield return (mask, "/mask");
    }

    private static SourceSpec Source(string kind, string id, double influence, IReadOnlyList<SourceImage> images) =>
        new() { Kind = kind, Id = id, Influence = influence, Images = images };
}
