using SearchService.Language.Transliteration;

namespace SearchService.Language.Alignment;

/// <summary>
/// Learns a lexicon from the titles and headlines of an archive: words are aligned, what is aligned more often than chance allows is kept,
/// first words, then phrases that say more than their words.
/// </summary>
public static class LexiconLearning
{
    /// <summary>Fewest pairs that teach anything: of fewer any two words could be chance.</summary>
    public const int FewestPairs = 8;

    /// <summary>Learns. Uses one thread and, at <see cref="TitlePairs.Most"/> pairs, about 5 s and 200 MB.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="cancellation">Gives up, within a second.</param>
    public static LearntLexicon Learn(TitlePairs pairs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < FewestPairs)
            return LearntLexicon.Empty with { Pairs = pairs.Count };
        pairs.English.Group();
        pairs.Hindi.Group();
        var together = new Cooccurrences(pairs, cancellation);
        var known = new KnownWords(pairs, together, Channel.Default, cancellation);
        var alignment = new WordAlignment(together, known.Sure, cancellation);
        var significance = new Significance(pairs.Count);
        var links = CountLinks(together, alignment);
        var words = WordRenderings.Of(pairs, together, known, links, LeftOver.Of(together, alignment, known), significance).ToDictionary(rendering => rendering.Cell);
        cancellation.ThrowIfCancellationRequested();

        var phrases = new PhraseRenderings(pairs, together, known, new(pairs, together, alignment), significance);
        phrases.Count(words, cancellation);
        var forms = new LinkedForms(pairs, together, alignment, words);
        var entries = words.Values.Where(word => !phrases.Hold(word)).Select(forms.Entry)
            .Concat(phrases.Entries(cancellation))
            .OrderByDescending(entry => entry.Rendering.Evidence).ThenByDescending(entry => entry.Rendering.Weight)
            .ThenBy(entry => entry.English, StringComparer.Ordinal).ThenBy(entry => entry.Rendering.Text, StringComparer.Ordinal)
            .ToList();
        return new(pairs.Count, entries, ChannelSharpening.Lines(Names(pairs, together, known, links), Channel.Default, cancellation));
    }

    // What was linked and sounds alike is a name or a loan word, unless the product's lexicon renders it otherwise.
    private static IEnumerable<(string Devanagari, string Latin, int Evidence)> Names(TitlePairs pairs, Cooccurrences together, KnownWords known, int[] links)
    {
        for (var cell = 0; cell < links.Length; cell++)
        {
            var (english, hindi) = (together.EnglishOf[cell], together.HindiOf[cell]);
            if (links[cell] > 0 && known.Fit[cell] >= KnownWords.LeastFit && (known.Renders(english, hindi) || !known.IsHeadword(english)))
                yield return (pairs.Hindi.SoundOf(hindi), pairs.English.SoundOf(english), links[cell]);
        }
    }

    private static int[] CountLinks(Cooccurrences together, WordAlignment alignment)
    {
        var links = new int[together.Count];
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            var cells = together.Cells(pair);
            var linked = alignment.Links(pair);
            for (var at = 0; at < cells.Length; at++)
                links[cells[at]] += linked[at] == Link.Both ? 1 : 0;
        }

        return links;
    }
}
