using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Text;

namespace KreaPlatform.ServiceDefaults.Imaging.Rights;

/// <summary>
/// Finds the training and data mining assertion in a C2PA manifest store: boxes of JUMBF (ISO/IEC 19566-5) around CBOR. Labels are those of C2PA 1.x
/// (<c>c2pa.training-mining</c>) and of the Creator Assertions Working Group, which took the assertion over (<c>cawg.training-mining</c>). Pure.
/// </summary>
internal static class ManifestRights
{
    private const int DeepestBox = 8;
    private const int DescriptionHeader = 17;
    private const byte HasLabel = 0x02;

    /// <summary>Adds what the active manifest, the last of the store, says to the hints.</summary>
    public static RightsHints Read(ReadOnlyMemory<byte> store, RightsHints hints)
    {
        // 1. The store's own box, and in it the last box: the active manifest. Ingredients' manifests stand before it and speak of other images.
        if (!TryBox(store, out var type, out var content, out _) || type != "jumb") return hints;
        ReadOnlyMemory<byte> active = default;
        for (var rest = content; TryBox(rest, out type, out content, out var length); rest = rest[length..])
            if (type == "jumb") active = content;

        // 2. The assertion in it, wherever it stands.
        var assertion = FindAssertion(active, 0);
        return assertion.IsEmpty ? hints : ReadEntries(assertion, hints);
    }

    private static ReadOnlyMemory<byte> FindAssertion(ReadOnlyMemory<byte> boxes, int depth)
    {
        if (depth > DeepestBox) return default;
        var isWanted = false;
        for (var rest = boxes; TryBox(rest, out var type, out var content, out var length); rest = rest[length..])
        {
            if (type == "jumd") isWanted = IsTrainingMining(content.Span);
            else if (type == "cbor" && isWanted) return content;
            else if (type == "jumb" && FindAssertion(content, depth + 1) is { IsEmpty: false } found) return found;
        }
        return default;
    }

    // Type (16 bytes), toggles, then the label ended by a zero; a second assertion of a kind has "__1" behind its label.
    private static bool IsTrainingMining(ReadOnlySpan<byte> description)
    {
        if (description.Length <= DescriptionHeader || (description[DescriptionHeader - 1] & HasLabel) == 0) return false;
        var label = description[DescriptionHeader..];
        return label.StartsWith("c2pa.training-mining"u8) || label.StartsWith("cawg.training-mining"u8);
    }

    private static bool TryBox(ReadOnlyMemory<byte> bytes, out string type, out ReadOnlyMemory<byte> content, out int length)
    {
        (type, content, length) = ("", default, 0);
        if (bytes.Length < 8) return false;
        long size = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
        var header = 8;
        if (size == 1 && bytes.Length >= 16) (size, header) = (BinaryPrimitives.ReadInt64BigEndian(bytes.Span[8..]), 16);
        else if (size == 0) size = bytes.Length;
        if (size < header || size > bytes.Length) return false;
        length = (int)size;
        type = Encoding.Latin1.GetString(bytes.Span.Slice(4, 4));
        content = bytes[header..length];
        return true;
    }

    private static RightsHints ReadEntries(ReadOnlyMemory<byte> assertion, RightsHints hints)
    {
        try
        {
            var cbor = new CborReader(assertion, CborConformanceMode.Lax);
            for (cbor.ReadStartMap(); cbor.PeekState() != CborReaderState.EndMap;)
            {
                if (cbor.ReadTextString() != "entries") { cbor.SkipValue(); continue; }
                for (cbor.ReadStartMap(); cbor.PeekState() != CborReaderState.EndMap;)
                {
                    var subject = cbor.ReadTextString();
                    hints = Add(hints, subject[(subject.IndexOf('.', StringComparison.Ordinal) + 1)..], ReadUse(cbor));
                }
                cbor.ReadEndMap();
            }
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            // What can't be read says nothing.
        }
        return hints;
    }

    private static string? ReadUse(CborReader cbor)
    {
        string? use = null;
        for (cbor.ReadStartMap(); cbor.PeekState() != CborReaderState.EndMap;)
        {
            if (cbor.ReadTextString() == "use") use = cbor.ReadTextString();
            else cbor.SkipValue();
        }
        cbor.ReadEndMap();
        return use switch { "allowed" => "allowed", "notAllowed" => "not_allowed", "constrained" => "constrained", _ => null };
    }

    private static RightsHints Add(RightsHints hints, string subject, string? use) => subject switch
    {
        "ai_generative_training" => hints with { GenerativeTraining = use },
        "ai_training" => hints with { Training = use },
        "ai_inference" => hints with { Inference = use },
        "data_mining" => hints with { Mining = use },
        _ => hints,
    };
}
