using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Primitives;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The list request, judged by the rules of the REST query: unset (empty or 0) means not given.</summary>
internal static class RpcListQuery
{
    public static ListQuery Read(ListRequest request, out IReadOnlyList<FieldError> errors)
    {
        var query = new Dictionary<string, StringValues>();
        if (request.Limit != 0) query["limit"] = request.Limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (request.Cursor.Length > 0) query["cursor"] = request.Cursor;
        if (request.Status.Length > 0) query["status"] = request.Status;
        if (request.Model.Length > 0) query["model"] = request.Model;
        if (request.User.Length > 0) query["user"] = request.User;
        return ListQuery.Read(new QueryCollection(query), out errors);
    }
}
