namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>The example boards of the repository.</summary>
public static class Examples
{
    /// <summary>The folder of a board.</summary>
    public static string Board(string name) => Path.Combine(Checkout.Root, "examples", "boards", name);

    /// <summary>The file of one of its images, from 0.</summary>
    public static string Picture(string board, int index) => Path.Combine(Board(board), $"{index:00}.webp");
}
