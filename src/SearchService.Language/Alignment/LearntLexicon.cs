using SearchService.Language.Lexicon;

namespace SearchService.Language.Alignment;

/// <summary>A rendering that the archive taught.</summary>
/// <param name="English">The headword or phrase.</param>
/// <param name="Rendering">What it is in Hindi, with the number of articles that taught it.</param>
public readonly record struct LearntEntry(string English, Rendering Rendering);

/// <summary>What an archive's own titles and headlines taught. Immutable.</summary>
/// <param name="Pairs">How many pairs it was learnt from.</param>
/// <param name="Entries">The renderings, those with most evidence first.</param>
/// <param name="Channel">Lines of the letter channel as the archive's names have sharpened it; empty when they could not better it.</param>
public sealed record LearntLexicon(int Pairs, IReadOnlyList<LearntEntry> Entries, IReadOnlyList<string> Channel)
{
    /// <summary>Source of what was learnt, as <see cref="Rendering.Source"/> names it.</summary>
    public const string Source = "learnt";

    private const int ShortestLemma = 4;

    /// <summary>Nothing learnt.</summary>
    public static LearntLexicon Empty { get; } = new(0, [], []);

    /// <summary>A number that tells one edition from another, the same in every process; 0 for nothing learnt.</summary>
    public long Edition { get; } = Entries.Aggregate((long)Pairs, (sum, entry) => unchecked((sum * 31) + (entry.English.Length * 1_000_003L) + (entry.Rendering.Evidence * 7919L) + entry.Rendering.Text.Length));

    /// <summary>The same as a table.</summary>
    internal LexiconTable ToTable()
    {
        var table = new LexiconTable(ShortestLemma);
        foreach (var (english, rendering) in Entries)
            table.Add(english, rendering);
        return table;
    }
}
