using SearchService.Language.Concepts;
using SearchService.Language.Lexicon;

namespace SearchService.Language.Alignment;

/// <summary>Phrases that render one another and say more than their words do: what can be put together from renderings of the words is left out.</summary>
internal sealed class PhraseRenderings(TitlePairs pairs, Cooccurrences together, KnownWords known, PhrasePairs extraction, Significance significance)
{
    private const int LeastEvidence = 2;

    /// <summary>What a phrase of more than two English words takes: of long ones many are a turn of one writer.</summary>
    private const int LeastEvidenceOfLong = 3;
    private const float LeastShare = 0.4f;
    private const int BesideSeed = 5;
    private const float Most = 0.95f;

    /// <summary>A word's rendering is a part of a phrase's when the phrase has this share of its evidence.</summary>
    private const float PartOfPhrase = 0.6f;

    private readonly Dictionary<PhraseKey, int> _kept = [];
    private readonly Dictionary<(int English, int Hindi), int> _parts = [];
    private readonly Dictionary<ulong, int> _english = [];
    private readonly Dictionary<ulong, int> _hindi = [];

    /// <summary>Counts the phrases, and keeps those that are more than chance.</summary>
    /// <param name="words">Renderings of words by word, by the number of the two.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Count(IReadOnlyDictionary<int, WordRendering> words, CancellationToken cancellation)
    {
        var sum = new SumOfWords(together, extraction, (english, hindi, cell) =>
            known.Renders(english, hindi) || words.ContainsKey(cell) || known.Fit[cell] >= KnownWords.LeastFit);
        var sightings = new List<PhraseKey>();
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            if ((pair & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var before = sightings.Count;
            foreach (var phrase in extraction.Of(pair))
            {
                var key = extraction.KeyOf(pair, phrase);
                if (!sum.Is(pair, phrase) && sightings.IndexOf(key, before) < 0)
                    sightings.Add(key);
            }
        }

        sightings.Sort();
        for (var (at, next) = (0, 0); at < sightings.Count; at = next)
        {
            while (next < sightings.Count && sightings[next] == sightings[at])
                next++;
            if (next - at >= LeastEvidence)
                _kept[sightings[at]] = next - at;
        }

        CountStretches(cancellation);
        foreach (var (phrase, evidence) in _kept.ToList())
        {
            var (english, hindi) = (_english[phrase.English], _hindi[phrase.Hindi]);
            if (Math.Min(WordRenderings.ShareOf(evidence, english), WordRenderings.ShareOf(evidence, hindi)) < LeastShare || !significance.Holds(evidence, english, hindi))
                _kept.Remove(phrase);
        }

        CountParts();
    }

    /// <summary>Whether a word's rendering is for the most part a piece of a phrase that renders the word.</summary>
    public bool Hold(WordRendering word) =>
        _parts.GetValueOrDefault((together.EnglishOf[word.Cell], together.HindiOf[word.Cell])) >= PartOfPhrase * word.Evidence;

    /// <summary>The entries.</summary>
    public IEnumerable<LearntEntry> Entries(CancellationToken cancellation)
    {
        var forms = new Dictionary<PhraseKey, FormCounts>();
        ForEachKept((pair, phrase, key) =>
        {
            if (!forms.TryGetValue(key, out var counts))
                forms[key] = counts = new();
            counts.Add(Text(extraction.English(pair, phrase), pairs.English), Text(extraction.Hindi(pair, phrase), pairs.Hindi));
        });
        cancellation.ThrowIfCancellationRequested();
        foreach (var (key, counts) in forms)
        {
            var english = counts.English("");
            if (_kept[key] < LeastEvidenceOfLong && english.Count(letter => letter == ' ') > 1)
                continue;
            if (SeedLexicon.Table.Renderings(english) is { Count: > 0 } seed && (_kept[key] < BesideSeed || seed.Any(rendering => rendering.Text == counts.Hindi())))
                continue;
            yield return new(english, new(counts.Hindi(), Math.Min(Most, WordRenderings.ShareOf(_kept[key], _english[key.English])), FormReason.Translation, LearntLexicon.Source, _kept[key]));
        }
    }

    private delegate void Use(int pair, PhrasePair phrase, PhraseKey key);

    private void ForEachKept(Use use)
    {
        if (_kept.Count == 0)
            return;
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            foreach (var phrase in extraction.Of(pair))
            {
                var key = extraction.KeyOf(pair, phrase);
                if (_kept.ContainsKey(key))
                    use(pair, phrase, key);
            }
        }
    }

    // In how many pairs each stretch stands, rendered so or not.
    private void CountStretches(CancellationToken cancellation)
    {
        foreach (var (english, hindi) in _kept.Keys)
            _english[english] = _hindi[hindi] = 0;
        if (_kept.Count == 0)
            return;
        var seen = new HashSet<ulong>();
        for (var pair = 0; pair < together.Pairs; pair++)
        {
            if ((pair & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            CountStretches(pairs.EnglishOf(pair), pairs.English, _english, seen);
            CountStretches(pairs.HindiOf(pair), pairs.Hindi, _hindi, seen);
        }
    }

    private static void CountStretches(ReadOnlySpan<int> forms, SideWords side, Dictionary<ulong, int> counts, HashSet<ulong> seen)
    {
        seen.Clear();
        for (var from = 0; from < forms.Length; from++)
        {
            for (var length = 1; length <= PhrasePairs.Longest && from + length <= forms.Length; length++)
            {
                var hash = PhrasePairs.HashOf(forms.Slice(from, length), side);
                if (counts.TryGetValue(hash, out var count) && seen.Add(hash))
                    counts[hash] = count + 1;
            }
        }
    }

    // Of a phrase that renders one word: how often each of its words came with it.
    private void CountParts() => ForEachKept((pair, phrase, _) =>
    {
        if (phrase.EnglishLength != 1)
            return;
        var english = pairs.English.KeyOf(extraction.English(pair, phrase)[0]);
        foreach (var form in extraction.Hindi(pair, phrase))
        {
            var part = (english, pairs.Hindi.KeyOf(form));
            _parts[part] = _parts.GetValueOrDefault(part) + 1;
        }
    });

    private static string Text(ReadOnlySpan<int> forms, SideWords side)
    {
        var words = new List<string>(forms.Length);
        foreach (var form in forms)
            words.Add(side.FormOf(form));
        return string.Join(' ', words);
    }
}
