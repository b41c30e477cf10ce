using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Submission;

/// <summary>Knows the moodboards that callers may use.</summary>
public interface IMoodboards
{
    /// <summary>The board as it is now; null, with an error at the pointer, when the caller has no such board or it can't be used.</summary>
    Task<BoardSnapshot?> FindAsync(Caller caller, string id, string pointer, ErrorList errors, CancellationToken cancel);
}
