namespace KreaPlatform.Evaluation;

/// <summary>Where a long run stands; on the error stream, so that the report can be redirected.</summary>
internal static class Progress
{
    /// <summary>Overwrites the line on a terminal; says nothing elsewhere.</summary>
    public static void Say(string text)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{text,-60}");
    }
}
