namespace KreaPlatform.ServiceDefaults.Imaging.Rights;

/// <summary>The PLUS vocabulary "Data Mining" (IPTC Photo Metadata Standard 2023.1), from its codes to the words of this API.</summary>
public static class DataMiningTerm
{
    private const string Prefix = "DMI-";

    private static readonly Dictionary<string, string> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UNSPECIFIED"] = "unspecified",
        ["ALLOWED"] = "allowed",
        ["PROHIBITED"] = "prohibited",
        ["PROHIBITED-AIMLTRAINING"] = "prohibited_ai_ml_training",
        ["PROHIBITED-GENAIMLTRAINING"] = "prohibited_gen_ai_ml_training",
        ["PROHIBITED-EXCEPTSEARCHENGINEINDEXING"] = "prohibited_except_search_engine_indexing",
        ["PROHIBITED-SEECONSTRAINT"] = "prohibited_see_constraint",
        ["PROHIBITED-SEEEMBEDDEDRIGHTSEXPR"] = "prohibited_see_embedded_rights_expression",
        ["PROHIBITED-SEELINKEDRIGHTSEXPR"] = "prohibited_see_linked_rights_expression",
    };

    /// <summary>The word for a code or its URI, for instance <c>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</c>; null when it is none. A prohibition of a kind unknown here is a prohibition.</summary>
    public static string? Of(string text)
    {
        var at = text.LastIndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var code = text[(at + Prefix.Length)..].Trim();
        return ByCode.GetValueOrDefault(code) ?? (code.StartsWith("PROHIBITED", StringComparison.OrdinalIgnoreCase) ? "prohibited" : null);
    }
}
