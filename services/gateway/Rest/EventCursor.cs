using System.Globalization;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>From where a stream of events goes on: the number of the last transition seen, in <c>Last-Event-ID</c> or, by hand, in <c>?after=</c>.</summary>
public static class EventCursor
{
    /// <summary>The number, 0 when none is given; the header wins, since a browser that reconnects sends it to the URL it first called.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static FieldError? Read(HttpRequest request, int latest, out int after)
    {
        after = 0;
        string name = "Last-Event-ID", text = request.Headers[name].ToString();
        if (text.Length == 0) (name, text) = ("after", request.Query["after"].ToString());
        if (text.Length == 0) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return FieldError.In(name, FieldErrorCode.Malformed, "must be the id of an event of this stream: an integer from 0");
        return after <= latest ? null : FieldError.In(name, FieldErrorCode.OutOfRange, $"must be the id of an event of this stream; the latest is {latest}");
    }
}
