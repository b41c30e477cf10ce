using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Reads a JSON body of named fields, strictly.</summary>
internal static class JsonFields
{
    /// <summary>Fills a draft from the body; what is wrong with fields is in <paramref name="errors"/>, a body that can't be read is a problem.</summary>
    /// <returns>The names that were given, or why the body can't be read.</returns>
    public static async ValueTask<(HashSet<string> Given, Problem? Problem)> ReadFieldsAsync<T>(
        this HttpRequest request, FieldTable<T> fields, T draft, ErrorList errors, int mostBytes, CancellationToken cancel)
    {
        var (document, problem) = await request.ReadJsonAsync(mostBytes, cancel);
        if (document is null) return ([], problem);
        using (document)
        {
            if (document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object) return (fields.Read(document.RootElement, "", draft, errors), null);
            JsonValues.WrongType(document.RootElement, "", "an object", errors);
            return ([], null);
        }
    }
}
