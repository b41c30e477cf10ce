using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Reads the bodies of small requests by their <see cref="FieldTable{T}"/>.</summary>
public static class Forms
{
    /// <summary>Largest body, in bytes.</summary>
    public const int MostBytes = 16 * 1024;

    /// <summary>Reads a body; errors in its fields are in the list. With <paramref name="optional"/> a request without a body is one without fields.</summary>
    public static async Task<(T Body, ErrorList Errors, Problem? Unreadable)> ReadAsync<T>(HttpContext context, FieldTable<T> fields, bool optional = false)
        where T : new()
    {
        var (body, errors) = (new T(), new ErrorList());
        var request = context.Request;
        if (optional && request.ContentLength is null or 0 && request.ContentType is null) return (body, errors, null);
        var (_, unreadable) = await request.ReadFieldsAsync(fields, body, errors, MostBytes, context.RequestAborted);
        return (body, errors, unreadable);
    }
}
