using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Submission;

/// <summary>An installation without the boards service: boards are given as images.</summary>
internal sealed class NoMoodboards : IMoodboards
{
    public Task<BoardSnapshot?> FindAsync(Caller caller, string id, string pointer, ErrorList errors, CancellationToken cancel)
    {
        errors.Add(pointer, FieldErrorCode.Unsupported, "can't be used: this installation keeps no moodboards; give the board's images instead");
        return Task.FromResult<BoardSnapshot?>(null);
    }
}
