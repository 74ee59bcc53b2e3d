using SearchService.Language.Lexicon;

namespace SearchService.Language.Completion;

/// <summary>The English words and phrases of the seed lexicon in alphabetical order, to be found by how they begin. Immutable.</summary>
internal static class Headwords
{
    private static readonly Lazy<KeyValuePair<string, List<Rendering>>[]> Ordered =
        new(() => [.. SeedLexicon.Table.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)]);

    /// <summary>Those that begin so, each with its renderings, strongest first.</summary>
    public static ReadOnlySpan<KeyValuePair<string, List<Rendering>>> From(string beginning)
    {
        var all = Ordered.Value.AsSpan();
        all = all[FirstFrom(all, beginning)..];
        return all[..FirstFrom(all, beginning + char.MaxValue)];
    }

    private static int FirstFrom(ReadOnlySpan<KeyValuePair<string, List<Rendering>>> all, string key)
    {
        var (from, to) = (0, all.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (string.CompareOrdinal(all[middle].Key, key) < 0)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
