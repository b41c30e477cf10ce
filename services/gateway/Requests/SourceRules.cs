using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using static KreaPlatform.Gateway.Requests.NumberRules;

namespace KreaPlatform.Gateway.Requests;

/// <summary>What sets the style of a request: references, named styles and moodboards. Whether they exist is not looked at here. Pure.</summary>
internal static class SourceRules
{
    /// <summary>The references; elements that are wrong are left out, with errors.</summary>
    public static IReadOnlyList<ReferenceInput> References(RequestDraft draft, ModelDescription? model, RequestContext context, ErrorList errors)
    {
        const string at = "/references";
        var most = Math.Min(RequestLimits.References, model?.MaxReferences ?? RequestLimits.References);
        if (!Allowed(draft.References, at, "style references", most, model, context, errors)) return [];
        var references = new List<ReferenceInput>();
        var seen = new HashSet<string>();
        foreach (var (i, reference) in draft.References!.Index())
        {
            if (reference is null) continue;
            var here = JsonPointer.Child(at, i);
            var influence = Number(reference.Influence, here + "/influence", -RequestLimits.Influence, RequestLimits.Influence, errors);
            if (!Image(reference.Image, reference, here, errors)) continue;
            if (!seen.Add(reference.Image!)) Twice(here + "/image", "references", errors);
            references.Add(new ReferenceInput(reference.Image!, influence ?? RequestLimits.DefaultInfluence));
        }
        return references;
    }

    /// <summary>The named styles; elements that are wrong are left out, with errors.</summary>
    public static IReadOnlyList<StyleInput> Styles(RequestDraft draft, ModelDescription? model, RequestContext context, ErrorList errors)
    {
        const string at = "/styles";
        if (!Allowed(draft.Styles, at, "styles", RequestLimits.Styles, model, context, errors)) return [];
        var styles = new List<StyleInput>();
        var seen = new HashSet<string>();
        foreach (var (i, style) in draft.Styles!.Index())
        {
            if (style is null) continue;
            var here = JsonPointer.Child(at, i);
            var strength = Number(style.Strength, here + "/strength", -RequestLimits.Influence, RequestLimits.Influence, errors);
            if (!Text(style.Id, "id", style, here, "is required: which style", errors)) continue;
            if (!seen.Add(style.Id!)) Twice(here + "/id", "styles", errors);
            styles.Add(new StyleInput(style.Id!, strength ?? RequestLimits.DefaultInfluence));
        }
        return styles;
    }

    /// <summary>The moodboards; elements that are wrong are left out, with errors.</summary>
    public static IReadOnlyList<MoodboardInput> Moodboards(RequestDraft draft, ModelDescription? model, RequestContext context, ErrorList errors)
    {
        const string at = "/moodboards";
        if (!Allowed(draft.Moodboards, at, "moodboards", RequestLimits.Moodboards, model, context, errors)) return [];
        var boards = new List<MoodboardInput>();
        var seen = new HashSet<string>();
        foreach (var (i, board) in draft.Moodboards!.Index())
        {
            if (board is null) continue;
            var here = JsonPointer.Child(at, i);
            var strength = Number(board.Strength, here + "/strength", RequestLimits.LeastBoardStrength, RequestLimits.BoardStrength, errors)
                ?? RequestLimits.DefaultBoardStrength;
            if (board.Given.Contains("images"))
            {
                if (board.Given.Contains("id")) errors.Add(here + "/images", FieldErrorCode.Conflict, "can't be combined with id: give a board or images of your own");
                if (board.Images is not null) boards.Add(new MoodboardInput { Images = BoardImages(board.Images, here + "/images", errors), Strength = strength });
            }
            else if (Text(board.Id, "id", board, here, "is required: which board; or give images", errors))
            {
                if (!seen.Add(board.Id!)) Twice(here + "/id", "moodboards", errors);
                boards.Add(new MoodboardInput { Id = board.Id, Strength = strength });
            }
        }
        return boards;
    }

    private static List<BoardImageInput> BoardImages(IReadOnlyList<BoardImageDraft?> drafts, string at, ErrorList errors)
    {
        if (drafts.Count == 0) errors.Add(at, FieldErrorCode.Empty, "must have at least one image");
        if (drafts.Count > RequestLimits.BoardImages)
            errors.Add(at, FieldErrorCode.TooMany, $"has {drafts.Count} images; at most {RequestLimits.BoardImages} are allowed");
        var images = new List<BoardImageInput>();
        var seen = new HashSet<string>();
        foreach (var (i, image) in drafts.Index())
        {
            if (image is null) continue;
            var here = JsonPointer.Child(at, i);
            if (image.Weight is { } weight && !(weight > 0 && weight <= RequestLimits.BoardWeight))
                errors.Add(here + "/weight", FieldErrorCode.OutOfRange, $"must be a finite number above 0, at most {RequestLimits.BoardWeight}");
            if (!Image(image.Image, image, here, errors)) continue;
            if (!seen.Add(image.Image!)) Twice(here + "/image", "images", errors);
            images.Add(new BoardImageInput(image.Image!, image.Weight ?? 1));
        }
        return images;
    }

    /// <summary>False when there is nothing to judge further.</summary>
    private static bool Allowed<T>(IReadOnlyList<T>? items, string at, string what, int most, ModelDescription? model, RequestContext context, ErrorList errors)
    {
        if (items is null or []) return false;
        if (model is { References: null })
        {
            errors.Add(at, FieldErrorCode.Unsupported, $"can't be used: {model.Id} takes no {what}{ModelRules.Those(context, "do", m => m.References is not null)}");
            return false;
        }
        if (items.Count > most)
            errors.Add(at, FieldErrorCode.TooMany, $"has {items.Count} {what}; at most {most} are allowed{(model is null ? "" : $" with {model.Id}")}");
        return true;
    }

    private static bool Image(string? image, Draft from, string here, ErrorList errors) =>
        Text(image, "image", from, here, "is required: an asset's id, an https URL or a data URI", errors) && ImageRules.Check(image!, here + "/image", errors);

    private static bool Text(string? text, string name, Draft from, string here, string required, ErrorList errors)
    {
        if (!string.IsNullOrWhiteSpace(text)) return true;
        if (text is not null) errors.Add($"{here}/{name}", FieldErrorCode.Empty, "must not be empty");
        else if (!from.Given.Contains(name)) errors.Add($"{here}/{name}", FieldErrorCode.Required, required);
        return false;
    }

    private static void Twice(string pointer, string array, ErrorList errors) =>
        errors.Add(pointer, FieldErrorCode.Duplicate, $"stands twice in {array}: give it once, with the sum of what you meant");
}
