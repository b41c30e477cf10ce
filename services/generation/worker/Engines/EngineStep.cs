using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Engines;

/// <summary>A denoising step was done.</summary>
/// <param name="Step">Steps done, from 1.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Preview">Decodes image i (from 0) as it stands now; costs time, and may only be called during the callback.</param>
public readonly record struct EngineStep(int Step, int Steps, Func<int, PixelPlanes> Preview);
