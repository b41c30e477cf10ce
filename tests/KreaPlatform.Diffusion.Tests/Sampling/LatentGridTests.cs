using FsCheck.Xunit;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Sampling;

public sealed class LatentGridTests
{
    private static LatentLayout Layout(int channels, int patch) => new() { Channels = channels, Downscale = 8, Patch = patch };

    [Property]
    public bool Unpacking_undoes_packing(byte rows, byte columns, byte channels, byte patch)
    {
        var grid = new LatentGrid(Layout(channels % 5 + 1, patch % 3 + 1), rows % 6 + 1, columns % 6 + 1);
        float[] latents = [.. Enumerable.Range(0, grid.Length).Select(i => (float)i)], packed = new float[grid.Length], back = new float[grid.Length];
        grid.Pack(latents, packed);
        grid.Unpack(packed, back);
        return back.SequenceEqual(latents) && packed.Order().SequenceEqual(latents);
    }

    [Fact]
    public void A_token_is_its_patch_channel_by_channel()
    {
        // 2 channels, 2 x 4 latents: two tokens side by side.
        var grid = new LatentGrid(Layout(2, 2), 1, 2);
        float[] packed = new float[16];
        grid.Pack([0, 1, 2, 3, 10, 11, 12, 13, 100, 101, 102, 103, 110, 111, 112, 113], packed);
        Assert.Equal([0, 1, 10, 11, 100, 101, 110, 111, 2, 3, 12, 13, 102, 103, 112, 113], packed);
    }

    [Fact]
    public void Positions_are_index_row_and_column()
    {
        var positions = new float[18];
        LatentGrid.ForPixels(Layout(16, 2), 48, 32).WritePositions(positions, 7);
        Assert.Equal([7, 0, 0, 7, 0, 1, 7, 0, 2, 7, 1, 0, 7, 1, 1, 7, 1, 2], positions);
    }
}
