namespace KreaPlatform.Generation.Tests;

/// <summary>The smallest ONNX file: one Identity from an input to an output of the same type, written field by field of onnx.proto.</summary>
internal static class TinyOnnx
{
    public const int Double = 11;

    public static byte[] Identity(string input, string output, int elementType, params string[] dimensions) =>
    [
        .. Number(1, 8), // ir_version
        .. Message(7, // graph
        [
            .. Message(1, [.. Text(1, input), .. Text(2, output), .. Text(4, "Identity")]), // node
            .. Text(2, "tiny"),
            .. Message(11, Value(input, elementType, dimensions)),
            .. Message(12, Value(output, elementType, dimensions)),
        ]),
        .. Message(8, Number(2, 13)), // opset_import
    ];

    private static byte[] Value(string name, int elementType, string[] dimensions)
    {
        byte[] shape = [.. dimensions.SelectMany(d => Message(1, int.TryParse(d, out var size) ? Number(1, size) : Text(2, d)))];
        return [.. Text(1, name), .. Message(2, Message(1, [.. Number(1, elementType), .. Message(2, shape)]))];
    }

    private static byte[] Text(int field, string text) => Message(field, System.Text.Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Message(int field, byte[] body) => [.. Varint((field << 3) | 2), .. Varint(body.Length), .. body];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value >= 0x80; value >>= 7) yield return (byte)(value | 0x80);
        yield return (byte)value;
    }
}
