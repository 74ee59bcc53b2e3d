using SearchService.Language.Normalization;

namespace SearchService.Language.Stemming;

/// <summary>Irregular and closed-class words, whole lemmas written out in the tables of this folder; all in the tight spelling.</summary>
internal sealed class WordFamilies
{
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> _families;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _closed;

    /// <summary>Reads the tables named.</summary>
    public WordFamilies(params ReadOnlySpan<string> resources)
    {
        var families = new Dictionary<string, List<string[]>>();
        var closed = new HashSet<string>();
        foreach (var resource in resources)
        {
            foreach (var line in ResourceTable.Lines(resource))
            {
                var columns = line.Split('\t');
                var forms = columns[1].Split(' ').Select(form => TightFold.Of(form)).Distinct().ToArray();
                foreach (var form in forms)
                {
                    if (!families.TryGetValue(form, out var list))
                        families[form] = list = [];
                    list.Add(forms);
                    if (columns[0] == "closed")
                        closed.Add(form);
                }
            }
        }
        _families = families.GetAlternateLookup<ReadOnlySpan<char>>();
        _closed = closed.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lemmas that a word is a form of, each with all its forms; none for a regular word.</summary>
    public IReadOnlyList<string[]> Of(ReadOnlySpan<char> tight) => _families.TryGetValue(tight, out var list) ? list : [];

    /// <summary>True for a word of a closed class, which no paradigm may claim.</summary>
    public bool IsClosed(ReadOnlySpan<char> tight) => _closed.Contains(tight);
}
