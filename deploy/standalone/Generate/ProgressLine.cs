namespace KreaPlatform.Standalone.Generate;

/// <summary>Progress for a person: a bar that is redrawn on a terminal, a line for each change elsewhere.</summary>
internal sealed class ProgressLine(TextWriter output, bool redraw, TimeProvider clock)
{
    private const int BarWidth = 32;
    private long _firstStepAt;
    private int _firstStep;
    private int _drawn;

    /// <summary>Something that is not a step: waiting, loading.</summary>
    public void Say(string text) => Show(text);

    /// <summary>A step was done. The time left is estimated from the steps since the first that was seen, so that loading does not count.</summary>
    public void Step(int step, int steps)
    {
        if (_firstStep == 0 || step < _firstStep) (_firstStepAt, _firstStep) = (clock.GetTimestamp(), step);
        var done = step - _firstStep;
        var left = done > 0 ? $", {clock.GetElapsedTime(_firstStepAt).TotalSeconds / done * (steps - step):0.0} s left" : "";
        var filled = BarWidth * step / steps;
        Show(redraw ? $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] step {step}/{steps}{left}" : $"step {step}/{steps}{left}");
    }

    /// <summary>Leaves the bar behind: what comes next starts on its own line.</summary>
    public void End()
    {
        if (redraw && _drawn > 0) output.WriteLine();
        _drawn = 0;
    }

    private void Show(string text)
    {
        if (!redraw)
        {
            output.WriteLine(text);
            return;
        }
        output.Write('\r' + text.PadRight(_drawn));
        _drawn = text.Length;
    }
}
