using FsCheck.Xunit;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Paging;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class PageCursorTests
{
    [Property]
    public bool A_cursor_reads_back_as_it_was_written(uint seconds)
    {
        var at = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        var cursor = new PageCursor(at, PrefixedId.New(IdPrefix.Generation, at));
        return PageCursor.TryParse(cursor.ToString(), IdPrefix.Generation, out var read) && read == cursor;
    }

    [Property(MaxTest = 1000)]
    public bool Anything_else_is_refused_without_a_crash(string? text) => !PageCursor.TryParse(text, IdPrefix.Generation, out _);
}
