using System.Diagnostics;
using KreaPlatform.Diffusion.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>One ONNX file of a bundle, loaded once and shared by all generations.</summary>
internal sealed class Component : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly string[] inputNames, outputNames;

    private Component(InferenceSession session, TensorSpec[] inputs, TensorSpec output)
    {
        this.session = session;
        inputNames = [.. inputs.Select(input => input.Name)];
        outputNames = [output.Name];
    }

    /// <summary>Loads a file and checks names, types and shapes of its inputs and its output.</summary>
    /// <exception cref="BundleException">The file is no ONNX model that runs here, or has other inputs or outputs.</exception>
    public static Component Load(ModelBundle bundle, string file, SessionOptions options, TensorSpec[] inputs, TensorSpec output)
    {
        InferenceSession session;
        try
        {
            session = new InferenceSession(bundle.PathOf(file), options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(file, "a model that ONNX Runtime loads", e.Message, e);
        }
        try
        {
            Check(file, "inputs", session.InputMetadata, inputs);
            Check(file, "outputs", session.OutputMetadata, [output]);
            return new Component(session, inputs, output);
        }
        catch (BundleException)
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs it on tensors in the order of its inputs, into an output that is already there.</summary>
    public void Run(OrtValue[] inputs, OrtValue output, RunClock clock)
    {
        long start = Stopwatch.GetTimestamp();
        session.Run(runOptions, inputNames, inputs, outputNames, [output]);
        clock.Add(start);
    }

    /// <summary>Bindings for repeated runs with the same tensors; a device keeps those that are not bound again.</summary>
    public OrtIoBinding CreateBinding() => session.CreateIoBinding();

    /// <summary>Runs it on what is bound.</summary>
    public void Run(OrtIoBinding binding, RunClock clock)
    {
        long start = Stopwatch.GetTimestamp();
        session.RunWithBinding(runOptions, binding);
        clock.Add(start);
    }

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private static void Check(string file, string side, IReadOnlyDictionary<string, NodeMetadata> found, TensorSpec[] expected)
    {
        bool serves = found.Count == expected.Length
            && expected.All(spec => found.TryGetValue(spec.Name, out var node) && node.IsTensor && spec.Accepts(node.ElementDataType, node.Dimensions));
        if (!serves)
        {
            throw new BundleException(file, $"{side} {string.Join("; ", expected.Select(spec => spec.ToString()))}",
                string.Join("; ", found.Select(node => Describe(node.Key, node.Value))));
        }
    }

    private static string Describe(string name, NodeMetadata node) =>
        node.IsTensor ? TensorSpec.Describe(name, node.ElementDataType, node.Dimensions) : $"{name}: {node.OnnxValueType}";
}
