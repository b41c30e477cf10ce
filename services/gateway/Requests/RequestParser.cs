using System.Text.Json;

namespace KreaPlatform.Gateway.Requests;

/// <summary>From the JSON of <c>POST /v1/generations</c> to a request, or everything that is wrong with it. Pure; never throws on any JSON.</summary>
public static class RequestParser
{
    /// <summary>Reads the fields (<see cref="RequestFields"/>), then judges their values (<see cref="RequestRules"/>).</summary>
    public static RequestResult Parse(JsonElement body, RequestContext context)
    {
        var errors = new ErrorList();
        return Read(body, errors) is { } draft ? RequestRules.Judge(draft, context, errors) : RequestResult.Invalid(errors.Items);
    }

    /// <summary>Reads the fields; null, with an error, when the body is no object.</summary>
    public static RequestDraft? Read(JsonElement body, ErrorList errors)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            JsonValues.WrongType(body, "", "an object", errors);
            return null;
        }
        var draft = new RequestDraft();
        draft.Given.UnionWith(RequestFields.All.Read(body, "", draft, errors));
        return draft;
    }
}
