using System.Buffers;
using System.Reflection;
using SearchService.Language.Concepts;

namespace SearchService.Language.Lexicon;

/// <summary>
/// The lexicon that comes with the product: the tables in <c>seed</c>, written for it by domain, and names of places and languages from Unicode's CLDR.
/// A line is <c>headword TAB rendering; rendering</c>, the most usual first, or <c>went TAB =go</c> for an irregular form.
/// </summary>
internal static class SeedLexicon
{
    /// <summary>The file of loan words and foreign names, whose columns are Devanagari and its Latin spellings.</summary>
    private const string Loans = "loans.tsv";
    private const string Cldr = "cldr-names.tsv";
    private const string Folder = "Lexicon.seed.";

    /// <summary>How usual a rendering is taken to be by its place in the line: it need be right only in order of size.</summary>
    private static readonly float[] ByPlace = [1f, 0.85f, 0.7f, 0.6f, 0.5f, 0.45f];

    /// <summary>Light verbs: a rendering such as गिरफ्तार करना is found by its first word in all its uses, गिरफ्तारी and गिरफ्तार हुए among them.</summary>
    private static readonly HashSet<string> LightVerbs = ["करना", "होना", "देना", "लेना", "कराना", "जाना", "पाना", "रखना", "लगाना"];

    /// <summary>ASCII, and Devanagari without the nukta, the letters that have one and the accents: what is written with these only is in NFC.</summary>
    private static readonly SearchValues<char> AlwaysComposed =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Concat(Enumerable.Range(0x900, 0x80)).Select(unit => (char)unit).Where(unit => unit is not ('\u0929' or '\u0931' or '\u0934' or '\u093C' or (>= '\u0951' and <= '\u0954') or (>= '\u0958' and <= '\u095F')))]);

    private static readonly Lazy<LexiconTable> Shared = new(Read);

    /// <summary>The table, read when first asked for.</summary>
    public static LexiconTable Table => Shared.Value;

    private static LexiconTable Read()
    {
        var table = new LexiconTable();
        var prefix = $"{typeof(ResourceTable).Namespace}.";
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(prefix + Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            foreach (var line in ResourceTable.Lines(name[prefix.Length..]))
            {
                var columns = line.Split('\t');
                if (name.EndsWith(Loans, StringComparison.Ordinal))
                    AddLoan(table, columns[0], columns[1]);
                else
                    AddEntry(table, columns[0], columns[1], name.EndsWith(Cldr, StringComparison.Ordinal) ? "cldr" : "seed");
            }
        }

        return table;
    }

    private static void AddLoan(LexiconTable table, string devanagari, string spellings)
    {
        foreach (var latin in spellings.Split(',', StringSplitOptions.TrimEntries))
            table.Add(latin, new(Composed(devanagari), ByPlace[0], FormReason.Transliteration, "seed"));
    }

    private static void AddEntry(LexiconTable table, string headword, string renderings, string source)
    {
        if (renderings[0] == '=')
        {
            table.AddIrregular(headword, renderings[1..]);
            return;
        }

        var place = 0;
        foreach (var rendering in renderings.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Composed(rendering);
            var last = words.LastIndexOf(' ') + 1;
            if (LightVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.AsSpan(last)))
            {
                // Among other renderings a light verb alone (visit: दौरा; जाना) would be found in nearly every article.
                if (last > 0)
                    words = words[..(last - 1)];
                else if (place > 0)
                    continue;
            }

            table.Add(headword, new(words, ByPlace[Math.Min(place++, ByPlace.Length - 1)], FormReason.Translation, source));
        }
    }

    // Asking for the normal form of every rendering would be a good part of reading the tables.
    private static string Composed(string text) => text.AsSpan().ContainsAnyExcept(AlwaysComposed) ? text.Normalize() : text;
}
