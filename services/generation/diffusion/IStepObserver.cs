namespace KreaPlatform.Diffusion;

/// <summary>Hears of every step of a generation, on the thread that runs it.</summary>
public interface IStepObserver
{
    /// <summary>Called after every step. What it throws ends the generation.</summary>
    void OnStep(in StepReport report);
}
