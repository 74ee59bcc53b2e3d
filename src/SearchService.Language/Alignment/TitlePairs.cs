using System.Runtime.InteropServices;
using SearchService.Language.Concepts;
using SearchService.Language.Tokenization;

namespace SearchService.Language.Alignment;

/// <summary>
/// English titles with the Hindi headlines of the same articles: what the archive itself teaches about translation. A title or headline
/// that comes again teaches nothing new: copies of an agency's story would count as so many witnesses. For one thread.
/// </summary>
public sealed class TitlePairs
{
    /// <summary>Most pairs taken: learning from so many takes a fifth of the time that indexing twice as many articles does.</summary>
    public const int Most = 60_000;

    private const int LongestSide = 32;
    private const int FewestWords = 2;

    private readonly HashSet<ulong> _known = [];
    private readonly List<int> _forms = [];
    private readonly List<(int Start, int English, int Hindi)> _pairs = [];
    private readonly List<int> _english = [];
    private readonly List<int> _hindi = [];
    private readonly WordReader _reader = new();

    /// <summary>How many pairs there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>True when no more are taken.</summary>
    public bool IsFull => Count >= Most;

    internal SideWords English { get; } = new(english: true);

    internal SideWords Hindi { get; } = new(english: false);

    /// <summary>Adds a pair, if the title is English (or romanised), the headline Hindi, and neither was seen before.</summary>
    /// <param name="webTitle">The title of the article's web address.</param>
    /// <param name="headline">Its headline.</param>
    /// <returns>Whether it was added.</returns>
    public bool Add(string webTitle, string headline)
    {
        ArgumentNullException.ThrowIfNull(webTitle);
        ArgumentNullException.ThrowIfNull(headline);
        if (IsFull || webTitle.AsSpan().ContainsAnyInRange('\u0900', '\u097F') || !headline.AsSpan().ContainsAnyInRange('\u0900', '\u097F'))
            return false;
        var latin = Read(webTitle, English, WordKind.Latin, _english);
        var devanagari = Read(headline, Hindi, WordKind.Devanagari, _hindi);
        if (latin < FewestWords || devanagari < FewestWords || _english.Count > LongestSide || _hindi.Count > LongestSide)
            return false;
        var (title, head) = (HashOf(_english, 1), HashOf(_hindi, 2));
        if (_known.Contains(title) || _known.Contains(head))
            return false;
        _known.Add(title);
        _known.Add(head);
        _pairs.Add((_forms.Count, _english.Count, _hindi.Count));
        _forms.AddRange(_english);
        _forms.AddRange(_hindi);
        return true;
    }

    /// <summary>The forms of a pair's title, in order.</summary>
    internal ReadOnlySpan<int> EnglishOf(int pair) => CollectionsMarshal.AsSpan(_forms).Slice(_pairs[pair].Start, _pairs[pair].English);

    /// <summary>The forms of a pair's headline, in order.</summary>
    internal ReadOnlySpan<int> HindiOf(int pair) => CollectionsMarshal.AsSpan(_forms).Slice(_pairs[pair].Start + _pairs[pair].English, _pairs[pair].Hindi);

    private int Read(string text, SideWords side, WordKind kind, List<int> forms)
    {
        forms.Clear();
        _reader.Reset(text);
        var ofKind = 0;
        while (_reader.MoveNext())
        {
            if (_reader.IsWhole)
                continue;
            ofKind += _reader.Kind == kind ? 1 : 0;
            forms.Add(side.Add(_reader.Form));
        }

        return ofKind;
    }

    private static ulong HashOf(List<int> forms, ulong seed)
    {
        var hash = seed;
        foreach (var form in forms)
            hash = KeyIndex.Hash([(char)(hash >> 48), (char)(hash >> 32), (char)(hash >> 16), (char)hash, (char)(form >> 16), (char)form]);
        return hash;
    }
}
