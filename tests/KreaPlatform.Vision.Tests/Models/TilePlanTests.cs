using FsCheck.Xunit;
using KreaPlatform.Vision.Upscaling;

namespace KreaPlatform.Vision.Tests.Models;

public class TilePlanTests
{
    [Property]
    public void Cores_cover_every_pixel_once_and_windows_hold_what_surrounds_them(byte w, byte h, byte c, byte o)
    {
        int width = w + 1, height = h + 1, core = c % 64 + 1, overlap = o % 32;
        var covered = new int[width * height];
        foreach (var tile in TilePlan.For(width, height, core, overlap))
        {
            for (var y = tile.Core.Y; y < tile.Core.Y + tile.Core.Height; y++)
                for (var x = tile.Core.X; x < tile.Core.X + tile.Core.Width; x++)
                    covered[y * width + x]++;
            // Memory of a pass is that of its largest window.
            Assert.True(tile.Window.Width <= core + 2 * overlap && tile.Window.Height <= core + 2 * overlap);
            Assert.Equal(Math.Max(0, tile.Core.X - overlap), tile.Window.X);
            Assert.Equal(Math.Max(0, tile.Core.Y - overlap), tile.Window.Y);
            Assert.Equal(Math.Min(width, tile.Core.X + tile.Core.Width + overlap), tile.Window.X + tile.Window.Width);
            Assert.Equal(Math.Min(height, tile.Core.Y + tile.Core.Height + overlap), tile.Window.Y + tile.Window.Height);
        }
        Assert.All(covered, times => Assert.Equal(1, times));
    }
}
