namespace KreaPlatform.Diffusion.Tests.Pipeline;

/// <summary>An observer made of a lambda.</summary>
internal sealed class Observer(Observer.Step onStep) : IStepObserver
{
    public delegate void Step(in StepReport report);

    public void OnStep(in StepReport report) => onStep(in report);
}
