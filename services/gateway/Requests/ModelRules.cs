using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Which model a request means. Pure.</summary>
internal static class ModelRules
{
    /// <summary>Sets <paramref name="model"/> when it can be used; otherwise adds an error (the caller's mistake) or returns why it can't be used now.</summary>
    public static string? Find(RequestDraft draft, RequestContext context, ErrorList errors, out ModelDescription? model)
    {
        model = null;
        if (draft.Model is null && draft.Given.Contains("model")) return null;
        var id = draft.Model ?? context.DefaultModel;
        var found = id is null ? null : context.FindModel(id);
        if (found is { Available: true })
        {
            model = found;
            return null;
        }
        if (found is not null) return $"Model '{found.Id}' is not available: {found.Reason ?? "no worker serves it at the moment"}.";
        if (context.Models.Count == 0 || id is null) return "No worker has told of its models yet.";
        if (draft.Model is null) return $"The default model '{id}' is not among those that workers have.";

        var known = context.Models.Select(m => m.Id).Distinct().Order(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Find(draft.Model, known.Select(id => (id, id)));
        errors.Add("/model", FieldErrorCode.UnknownValue,
            $"there is no such model{(nearest is null ? "" : $"; did you mean '{nearest}'?")}; known are {string.Join(", ", known)}");
        return null;
    }

    /// <summary>Which models can do what the asked one can't, as the end of a sentence.</summary>
    public static string Those(RequestContext context, string verb, Func<ModelDescription, bool> can)
    {
        var able = context.Models.Where(m => m.Available && can(m)).Select(m => m.Id).Order(StringComparer.Ordinal).ToArray();
        return able.Length == 0 ? "; at the moment no model does" : $"; those that {verb}: {string.Join(", ", able)}";
    }
}
