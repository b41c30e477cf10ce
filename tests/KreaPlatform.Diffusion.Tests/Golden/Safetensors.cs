using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KreaPlatform.Diffusion.Tests.Golden;

/// <summary>Reads a safetensors file: a JSON header of 8 + n bytes, then the tensors.</summary>
internal sealed class Safetensors
{
    private readonly byte[] bytes;
    private readonly int start;
    private readonly Dictionary<string, (string Type, int[] Shape, int From, int To)> tensors = [];

    public Safetensors(string path)
    {
        bytes = File.ReadAllBytes(path);
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        start = 8 + length;
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
        foreach (var entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            var offsets = entry.Value.GetProperty("data_offsets");
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())];
            tensors.Add(entry.Name, (entry.Value.GetProperty("dtype").GetString()!, shape, offsets[0].GetInt32(), offsets[1].GetInt32()));
        }
    }

    public bool Has(string name) => tensors.ContainsKey(name);

    public int[] Shape(string name) => tensors[name].Shape;

    public float[] Floats(string name) => Read<float>(name, "F32");

    public long[] Longs(string name) => Read<long>(name, "I64");

    public bool[] Bools(string name) => [.. Read<byte>(name, "BOOL", "U8").Select(b => b != 0)];

    private T[] Read<T>(string name, params string[] types) where T : struct
    {
        var (type, _, from, to) = tensors[name];
        Assert.Contains(type, types);
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(start + from, to - from)).ToArray();
    }
}
