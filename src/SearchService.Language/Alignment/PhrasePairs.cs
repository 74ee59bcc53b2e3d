using SearchService.Language.Concepts;
using SearchService.Language.Stemming;

namespace SearchService.Language.Alignment;

/// <summary>A stretch of a title and the stretch of the headline that renders it, in words from the first.</summary>
internal readonly record struct PhrasePair(int English, int EnglishLength, int Hindi, int HindiLength);

/// <summary>Both sides of a phrase as numbers.</summary>
internal readonly record struct PhraseKey(ulong English, ulong Hindi) : IComparable<PhraseKey>
{
    /// <inheritdoc/>
    public int CompareTo(PhraseKey other) => English != other.English ? English.CompareTo(other.English) : Hindi.CompareTo(other.Hindi);
}

/// <summary>
/// The phrases of a pair that are consistent with its alignment (Koehn, Och and Marcu, Statistical Phrase-Based Translation, NAACL 2003):
/// no word inside stands for one outside, the first and the last word stand for something, and the words of grammar between come along. For one thread.
/// </summary>
internal sealed class PhrasePairs(TitlePairs pairs, Cooccurrences together, WordAlignment alignment)
{
    /// <summary>Most words of a phrase on either side.</summary>
    public const int Longest = 4;

    private readonly List<PhrasePair> _found = [];
    private int[] _english = [];
    private int[] _hindi = [];

    /// <summary>The phrases of a pair, those of one word on both sides left out. Valid until the next call.</summary>
    public IReadOnlyList<PhrasePair> Of(int pair)
    {
        _found.Clear();
        var links = alignment.Links(pair);
        _english = Places(pairs.EnglishOf(pair), pairs.English, together.English(pair));
        _hindi = Places(pairs.HindiOf(pair), pairs.Hindi, together.Hindi(pair));
        var width = together.Hindi(pair).Length;
        for (var from = 0; from < _english.Length; from++)
        {
            for (var length = 1; length <= Longest && from + length <= _english.Length; length++)
            {
                if (_english[from] >= 0 && _english[from + length - 1] >= 0 && Across(links, width, from, length) is { } phrase && phrase.EnglishLength + phrase.HindiLength > 2)
                    _found.Add(phrase);
            }
        }

        return _found;
    }

    /// <summary>The words of a phrase's title side.</summary>
    public ReadOnlySpan<int> English(int pair, PhrasePair phrase) => pairs.EnglishOf(pair).Slice(phrase.English, phrase.EnglishLength);

    /// <summary>The words of its headline side.</summary>
    public ReadOnlySpan<int> Hindi(int pair, PhrasePair phrase) => pairs.HindiOf(pair).Slice(phrase.Hindi, phrase.HindiLength);

    /// <summary>What tells a phrase from others: the same for all forms of its words.</summary>
    public PhraseKey KeyOf(int pair, PhrasePair phrase) => new(HashOf(English(pair, phrase), pairs.English), HashOf(Hindi(pair, phrase), pairs.Hindi));

    /// <summary>The number of a stretch of words: the same for all forms of its words.</summary>
    public static ulong HashOf(ReadOnlySpan<int> forms, SideWords side)
    {
        var hash = 1UL;
        foreach (var form in forms)
        {
            var word = side.KeyOf(form) is var key and >= 0 ? key : ~form;
            hash = KeyIndex.Hash([(char)(hash >> 48), (char)(hash >> 32), (char)(hash >> 16), (char)hash, (char)(word >> 16), (char)word]);
        }

        return hash;
    }

    /// <summary>The keys of a stretch, without words of grammar.</summary>
    public List<int> Keys(ReadOnlySpan<int> forms, bool english)
    {
        var keys = new List<int>(forms.Length);
        foreach (var form in forms)
        {
            if ((english ? pairs.English : pairs.Hindi).KeyOf(form) is var key and >= 0)
                keys.Add(key);
        }

        return keys;
    }

    // For each word its place among the pair's keys; -1 for a word of grammar, -2 for what no phrase may hold: numbers and words of the other script.
    private static int[] Places(ReadOnlySpan<int> forms, SideWords side, ReadOnlySpan<int> keys)
    {
        var places = new int[forms.Length];
        for (var at = 0; at < places.Length; at++)
            places[at] = side.KeyOf(forms[at]) is var key and >= 0 ? keys.IndexOf(key) : StopWords.Contains(side.FormOf(forms[at])) ? -1 : -2;
        return places;
    }

    private PhrasePair? Across(ReadOnlySpan<Link> links, int width, int from, int length)
    {
        var (first, last) = (int.MaxValue, -1);
        for (var at = from; at < from + length; at++)
        {
            if (_english[at] == -2)
                return null;
            var linked = _english[at] == -1;
            for (var other = 0; other < _hindi.Length && _english[at] >= 0; other++)
            {
                if (_hindi[other] < 0 || links[(_english[at] * width) + _hindi[other]] == Link.None)
                    continue;
                (first, last, linked) = (Math.Min(first, other), Math.Max(last, other), true);
            }

            if (!linked)
                return null;
        }

        return last >= 0 && last - first < Longest && IsClosed(links, width, (from, length), (first, last - first + 1)) ? new(from, length, first, last - first + 1) : null;
    }

    /// <summary>
    /// Every word of the Hindi stretch stands for one of the English stretch and for none outside, and two hold in both directions; where one
    /// word stands for several that always come together, none of them can.
    /// </summary>
    private bool IsClosed(ReadOnlySpan<Link> links, int width, (int From, int Length) english, (int From, int Length) hindi)
    {
        var sure = english.Length == 1 || hindi.Length == 1;
        for (var other = hindi.From; other < hindi.From + hindi.Length; other++)
        {
            if (_hindi[other] == -2)
                return false;
            if (_hindi[other] == -1)
                continue;
            var linked = false;
            for (var at = 0; at < _english.Length; at++)
            {
                if (_english[at] < 0 || links[(_english[at] * width) + _hindi[other]] is var link && link == Link.None)
                    continue;
                if (at < english.From || at >= english.From + english.Length)
                    return false;
                linked = true;
                sure |= links[(_english[at] * width) + _hindi[other]] == Link.Both;
            }

            if (!linked)
                return false;
        }

        return sure;
    }
}
