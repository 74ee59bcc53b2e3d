using SearchService.Language.Lexicon;
using SearchService.Language.Transliteration;

namespace SearchService.Language.Alignment;

/// <summary>What is known of two words before anything is learnt: the lexicon that comes with the product, and whether the one can be written as the other by sound.</summary>
internal sealed class KnownWords
{
    /// <summary>Fewest letters of a word that is compared by sound: of shorter ones too many sound alike.</summary>
    private const int LeastLetters = 3;

    /// <summary>Least likeness in sound that speaks for two words.</summary>
    public const float LeastFit = 0.35f;

    /// <summary>Factor of a likeness in sound of a word that the lexicon renders otherwise.</summary>
    private const float Otherwise = 0.3f;

    private readonly HashSet<(int English, int Hindi)> _seed = [];
    private readonly HashSet<int> _headwords = [];

    /// <summary>Compares every two words that stand together.</summary>
    public KnownWords(TitlePairs pairs, Cooccurrences together, Channel channel, CancellationToken cancellation)
    {
        for (var english = 0; english < pairs.English.Keys; english++)
        {
            foreach (var rendering in SeedLexicon.Table.Renderings(pairs.English.KeyText(english)))
            {
                _headwords.Add(english);
                foreach (var word in rendering.Text.Split(' '))
                    _seed.Add((english, pairs.Hindi.Find(word)));
            }
        }

        AddPhrases(pairs, together);
        Fit = new float[together.Count];
        Sure = new float[together.Count];
        var cost = new SpellingCost(channel);
        var slots = new List<int>?[pairs.Hindi.Keys];
        for (var cell = 0; cell < Sure.Length; cell++)
        {
            if ((cell & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var (english, hindi) = (together.EnglishOf[cell], together.HindiOf[cell]);
            var latin = pairs.English.SoundOf(english);
            if (latin.Length >= LeastLetters)
                Fit[cell] = SpellingCost.Fit(cost.Of(slots[hindi] ??= SoundSlots.Of(pairs.Hindi.SoundOf(hindi)), latin), latin.Length);
            Sure[cell] = _seed.Contains((english, hindi)) ? 1
                : Fit[cell] < LeastFit ? 0
                : Fit[cell] * (_headwords.Contains(english) ? Otherwise : 1);
        }
    }

    /// <summary>For each two how usual it is to write the Hindi word so, in [0, 1]; see <see cref="SpellingCost.Fit"/>.</summary>
    public float[] Fit { get; }

    /// <summary>For each two how surely they are known to render one another, in [0, 1].</summary>
    public float[] Sure { get; }

    /// <summary>Whether the lexicon has the word.</summary>
    public bool IsHeadword(int english) => _headwords.Contains(english);

    /// <summary>Whether the lexicon renders the one by the other, if only within a phrase.</summary>
    public bool Renders(int english, int hindi) => _seed.Contains((english, hindi));

    /// <summary>The words of phrases that the lexicon has: where a title says United States, united is अमेरिका.</summary>
    private void AddPhrases(TitlePairs pairs, Cooccurrences together)
    {
        var first = SeedLexicon.Table.Entries.Where(entry => entry.Key.Contains(' ', StringComparison.Ordinal)).Select(entry => entry.Key[..entry.Key.IndexOf(' ', StringComparison.Ordinal)]).ToHashSet();
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            var forms = pairs.EnglishOf(pair);
            for (var from = 0; from + 1 < forms.Length; from++)
            {
                var text = pairs.English.FormOf(forms[from]);
                if (!first.Contains(LexiconTable.KeyOf(text)))
                    continue;
                for (var length = 2; length <= LexiconTable.LongestPhrase && from + length <= forms.Length; length++)
                {
                    text = $"{text} {pairs.English.FormOf(forms[from + length - 1])}";
                    foreach (var rendering in SeedLexicon.Table.Renderings(text))
                        AddPhrase(pairs, together.Hindi(pair), forms.Slice(from, length), rendering.Text);
                }
            }
        }
    }

    private void AddPhrase(TitlePairs pairs, ReadOnlySpan<int> headline, ReadOnlySpan<int> english, string rendering)
    {
        foreach (var word in rendering.Split(' '))
        {
            if (pairs.Hindi.Find(word) is not (var hindi and >= 0) || !headline.Contains(hindi))
                continue;
            foreach (var form in english)
            {
                if (pairs.English.KeyOf(form) is var key and >= 0)
                    _seed.Add((key, hindi));
            }
        }
    }
}
