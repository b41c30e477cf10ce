using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>Fields of a list request as the REST query that they stand for: unset (empty or 0) means not given.</summary>
internal static class RpcPage
{
    public static QueryCollection Query(int limit, string cursor, params (string Name, string Value)[] others)
    {
        var query = new Dictionary<string, StringValues>();
        if (limit != 0) query["limit"] = limit.ToString(CultureInfo.InvariantCulture);
        if (cursor.Length > 0) query["cursor"] = cursor;
        foreach (var (name, value) in others)
            if (value.Length > 0) query[name] = value;
        return new QueryCollection(query);
    }
}
