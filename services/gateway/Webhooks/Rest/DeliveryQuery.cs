using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The query of a delivery log, understood.</summary>
/// <param name="Filter">What the log is narrowed to.</param>
/// <param name="After">The last delivery of the page before.</param>
/// <param name="Limit">Most items of the page.</param>
public sealed record DeliveryQuery(DeliveryFilter Filter, PageCursor? After, int Limit)
{
    private const int LongestSubject = 256;

    /// <summary>Reads the parameters; all that is wrong goes into <paramref name="errors"/>, and then the result is of no use.</summary>
    public static DeliveryQuery Read(IQueryCollection query, List<FieldError> errors)
    {
        var page = PageQuery.Read(query, IdPrefix.Delivery, errors, "status", "subject");
        DeliveryStatus? status = null;
        if (query["status"] is [{ Length: > 0 } name])
        {
            status = Enum.GetValues<DeliveryStatus>().Where(s => DeliveryResource.NameOf(s) == name).Select(s => (DeliveryStatus?)s).FirstOrDefault();
            if (status is null) errors.Add(FieldError.In("status", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", Enum.GetValues<DeliveryStatus>().Select(DeliveryResource.NameOf))}"));
        }
        var subject = query["subject"] is [{ Length: > 0 } text] ? text : null;
        if (subject?.Length > LongestSubject) errors.Add(FieldError.In("subject", FieldErrorCode.TooLong, $"must have at most {LongestSubject} characters"));
        return new DeliveryQuery(new DeliveryFilter(status, subject), page.After, page.Limit);
    }
}
