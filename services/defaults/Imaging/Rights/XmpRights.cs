using System.Xml;

namespace KreaPlatform.ServiceDefaults.Imaging.Rights;

/// <summary>Finds the PLUS property <c>DataMining</c> in an XMP packet (RDF/XML), as attribute, text or resource. Pure.</summary>
internal static class XmpRights
{
    private const string Plus = "http://ns.useplus.org/ldf/xmp/1.0/";
    private const string Property = "DataMining";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 << 20, IgnoreComments = true, CheckCharacters = false,
    };

    /// <summary>The value as a word of <see cref="DataMiningTerm"/>; null when there is none that can be read.</summary>
    public static string? DataMining(ReadOnlyMemory<byte> packet)
    {
        // Packets may be padded with zeros, which XML does not have.
        var text = packet.Span.TrimEnd((byte)0).ToArray();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(text), Settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.GetAttribute(Property, Plus) is { } attribute) return DataMiningTerm.Of(attribute);
                if (xml.LocalName != Property || xml.NamespaceURI != Plus) continue;
                return DataMiningTerm.Of(xml.GetAttribute("resource", Rdf) ?? (xml.IsEmptyElement ? "" : xml.ReadInnerXml()));
            }
        }
        catch (XmlException)
        {
            // What can't be read says nothing.
        }
        return null;
    }
}
