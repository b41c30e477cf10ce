using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>ONNX Runtime's view of arrays: no copy is made, the array stays pinned until the value is disposed.</summary>
internal static class Tensors
{
    public static OrtValue Of<T>(T[] values, params long[] shape) where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values.AsMemory(), shape);
}
