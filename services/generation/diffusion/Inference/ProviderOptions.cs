using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>Session options for an execution provider.</summary>
internal static class ProviderOptions
{
    /// <exception cref="ArgumentException">The provider is unknown.</exception>
    /// <exception cref="NotSupportedException">This build, or this machine, doesn't have it.</exception>
    public static SessionOptions Create(EngineOptions engine)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            // ProcessorCount respects affinity and container limits; ONNX Runtime's own default counts the machine and pins threads to it.
            IntraOpNumThreads = engine.Threads > 0 ? engine.Threads : Environment.ProcessorCount,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            // Threads that wait busily take the cores from other slots and services: beside other work a step was three times slower, alone no faster.
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            Append(options, engine);
            return options;
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            options.Dispose();
            throw new NotSupportedException($"execution provider '{engine.Provider}' is not available in this build or on this machine: {e.Message}", e);
        }
        catch (ArgumentException)
        {
            options.Dispose();
            throw;
        }
    }

    private static void Append(SessionOptions options, EngineOptions engine)
    {
        switch (engine.Provider)
        {
            case "cpu":
                break;
            case "cuda":
                options.AppendExecutionProvider_CUDA(engine.DeviceId);
                break;
            case "tensorrt":
                options.AppendExecutionProvider_Tensorrt(engine.DeviceId);
                // What TensorRT can't build runs on CUDA.
                options.AppendExecutionProvider_CUDA(engine.DeviceId);
                break;
            case "directml":
                options.EnableMemoryPattern = false;
                options.AppendExecutionProvider_DML(engine.DeviceId);
                break;
            default:
                throw new ArgumentException($"unknown execution provider '{engine.Provider}': cpu, cuda, tensorrt or directml", nameof(engine));
        }
    }
}
