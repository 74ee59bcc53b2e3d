using SearchService.Language.Alignment;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Lexicon;

/// <summary>The lexicons that an archive is read by: the one that comes with the product, and what the archive has taught. Safe for many threads.</summary>
internal sealed class LexiconsInUse
{
    // Opening an archive does not wait for the product's tables: whoever reads the first word does.
    private volatile Lazy<IReadOnlyList<LexiconTable>> _tables = new(() => [SeedLexicon.Table]);

    /// <summary>The lexicons, that of the product first.</summary>
    public IReadOnlyList<LexiconTable> Tables => _tables.Value;

    /// <summary>Takes what the archive has taught in place of what it had taught before.</summary>
    public void Use(LearntLexicon learnt)
    {
        var taught = learnt.ToTable();
        _tables = new(() => taught.Count == 0 ? [SeedLexicon.Table] : [SeedLexicon.Table, taught]);
    }

    /// <summary>The renderings of a word in either language, or all; the strongest of a word first, all in the order of the headwords.</summary>
    /// <param name="word">An English word or phrase, or a Hindi one; null for all.</param>
    /// <param name="learntOnly">Only what the archive has taught.</param>
    public IEnumerable<LearntEntry> Renderings(string? word, bool learntOnly)
    {
        foreach (var table in learntOnly ? Tables.Skip(1) : Tables)
        {
            var entries = word is null
                ? table.Entries.SelectMany(entry => entry.Value, (entry, rendering) => new LearntEntry(entry.Key, rendering))
                : Of(table, string.Join(' ', Words.Of(word).Where(part => !part.IsWhole).Select(part => part.Form)));
            foreach (var entry in entries)
                yield return entry;
        }
    }

    private static IEnumerable<LearntEntry> Of(LexiconTable table, string word)
    {
        foreach (var rendering in table.Renderings(word))
            yield return new(word, rendering);
        if (!word.Contains(' ', StringComparison.Ordinal))
        {
            foreach (var english in table.English(word))
                yield return new(english.Text, english with { Text = word });
            yield break;
        }

        foreach (var (headword, renderings) in table.Entries)
        {
            foreach (var rendering in renderings.Where(rendering => rendering.Text == word))
                yield return new(headword, rendering);
        }
    }
}
