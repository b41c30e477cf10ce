namespace KreaPlatform.Gateway.Requests;

/// <summary>Finds what a misspelt name was meant to be.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>
    /// The answer of the candidate nearest to <paramref name="name"/> by edit distance (insert, delete, replace, swap of neighbours; case,
    /// hyphens and underscores do not count), or null when none is within a third of the name's length.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">Pairs of what may have been meant and what to answer then.</param>
    public static string? Find(string name, IEnumerable<(string Candidate, string Answer)> candidates)
    {
        if (name.Length > LongestName) return null;
        var plain = Plain(name);
        var best = (Distance: Math.Max(1, plain.Length / 3) + 1, Answer: (string?)null);
        foreach (var (candidate, answer) in candidates)
        {
            var distance = Distance(plain, Plain(candidate));
            // A name of which nothing is left is not a misspelling.
            if (distance < best.Distance && distance < plain.Length) best = (distance, answer);
        }
        return best.Answer;
    }

    /// <summary>Optimal string alignment distance (Damerau 1964, restricted).</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }

    private static string Plain(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();
}
