using System.Runtime.InteropServices;
using SearchService.Language.Concepts;
using SearchService.Language.Stemming;

namespace SearchService.Language.Completion;

/// <summary>
/// Counts the words and phrases of headlines, article by article. Bounded: when there are too many different phrases the rarest so far are
/// forgotten (lossy counting: Manku and Motwani, Approximate Frequency Counts over Data Streams, VLDB 2002), so a phrase of a large archive
/// may be counted a few articles too low. For one thread.
/// </summary>
public sealed class TopicCount
{
    /// <summary>Different phrases counted at a time; about 32 bytes each.</summary>
    private const int MostCounted = 1_000_000;

    /// <summary>Phrases kept in the end: the most counted ones; about 25 bytes each.</summary>
    private const int MostKept = 200_000;

    /// <summary>Longest word of a phrase, in UTF-16 units: what is longer is no word that anyone completes.</summary>
    private const int LongestWord = 40;

    /// <summary>What a single article says is no phrase yet.</summary>
    private const int LeastArticles = 2;

    /// <summary>Words are a phrase when they stand together in at least one of so many of the articles that have the rarest of them.</summary>
    private const int LeastTogether = 12;

    /// <summary>Two words that go on with the same third in this part of their articles are a piece of a phrase: of (प्रधानमंत्री नरेंद्र) मोदी.</summary>
    private const float MostlyFollowed = 0.8f;

    /// <summary>Words of grammar that a phrase may have inside: जम्मू और कश्मीर, statue of unity.</summary>
    private static readonly HashSet<string> Links = ["का", "के", "की", "और", "व", "एवं", "of", "and"];

    private readonly Dictionary<string, int> _ids = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idOf;
    private readonly List<Word> _words = [];
    private readonly Dictionary<ulong, Count> _phrases = [];
    private int _article;
    private int _forgotten;

    /// <summary>Begins with nothing counted.</summary>
    public TopicCount() => _idOf = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number by which a word stands in a row, from 1.</summary>
    /// <param name="form">A surface form as the tokenizer gives it.</param>
    public int NumberOf(ReadOnlySpan<char> form)
    {
        if (_idOf.TryGetValue(form, out var known))
            return known + 1;
        var id = _words.Count;
        var text = form.ToString();
        _ids.Add(text, id);
        var fit = id < Phrase.MostWords && text.Length <= LongestWord;
        var isEnd = fit && !StopWords.Contains(text) && !(text.Length == 1 && char.IsAscii(text[0]));
        var isStart = isEnd && !char.IsDigit(text[0]);
        _words.Add(new(text) { IsStart = isStart, IsInside = isStart || Links.Contains(text), IsEnd = isEnd });
        return id + 1;
    }

    /// <summary>Counts one article.</summary>
    /// <param name="row">The numbers of its headlines' words in order; 0 where words do not stand side by side.</param>
    public void Add(ReadOnlySpan<int> row)
    {
        _article++;
        var words = CollectionsMarshal.AsSpan(_words);
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == 0)
                continue;
            ref var word = ref words[row[at] - 1];
            if (word.LastArticle != _article)
                (word.LastArticle, word.Articles) = (_article, word.Articles + 1);
            if (!word.IsStart || at + 1 == row.Length || row[at + 1] == 0)
                continue;
            var next = words[row[at + 1] - 1];
            if (next.IsEnd)
                CountPhrase(Phrase.KeyOf(row[at] - 1, row[at + 1] - 1));
            if (next.IsInside && at + 2 < row.Length && row[at + 2] != 0 && words[row[at + 2] - 1].IsEnd)
                CountPhrase(Phrase.KeyOf(row[at] - 1, row[at + 1] - 1, row[at + 2] - 1));
        }

        if (_phrases.Count > MostCounted)
            Forget();
    }

    /// <summary>What was counted.</summary>
    public Topics ToTopics()
    {
        var order = Enumerable.Range(0, _words.Count).ToArray();
        Array.Sort(order, (one, other) => _words[one].Articles != _words[other].Articles
            ? _words[other].Articles.CompareTo(_words[one].Articles)
            : string.CompareOrdinal(_words[one].Form, _words[other].Form));
        var vocabulary = new Vocabulary();
        var renumbered = new int[order.Length];
        for (var number = 0; number < order.Length; number++)
        {
            renumbered[order[number]] = number;
            vocabulary.Add(_words[order[number]].Form, _words[order[number]].Articles);
        }

        var kept = Kept();
        return new(vocabulary, Array.ConvertAll(kept, phrase => new Phrase(
            Phrase.KeyOf(renumbered[phrase[0]], renumbered[phrase[1]], phrase.Length == 3 ? renumbered[phrase[2]] : Phrase.MostWords), phrase.Articles)));
    }

    private void CountPhrase(ulong key)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_phrases, key, out _);
        if (count.LastArticle != _article)
            count = new(count.Articles + 1, _article);
    }

    private void Forget()
    {
        do
        {
            _forgotten++;
            foreach (var (key, count) in _phrases)
            {
                if (count.Articles <= _forgotten)
                    _phrases.Remove(key);
            }
        }
        while (_phrases.Count > MostCounted / 2);
    }

    /// <summary>The phrases that are kept.</summary>
    private Phrase[] Kept()
    {
        var pieces = new HashSet<ulong>();
        var phrases = new List<Phrase>();
        foreach (var (key, count) in _phrases)
        {
            var phrase = new Phrase(key, count.Articles);
            if (phrase.Length == 3 && Phrase.KeyOf(phrase[0], phrase[1]) is var piece && _phrases.TryGetValue(piece, out var whole)
                && whole.Articles > 2 && count.Articles > whole.Articles * MostlyFollowed)
                pieces.Add(piece);
            if (phrase.Articles >= LeastArticles && AreTogether(phrase))
                phrases.Add(phrase);
        }

        return [.. phrases
            .Where(phrase => phrase.Length == 3 || !pieces.Contains(Phrase.KeyOf(phrase[0], phrase[1])))
            .OrderByDescending(phrase => phrase.Articles)
            .Take(MostKept)];
    }

    private bool AreTogether(Phrase phrase)
    {
        var rarest = int.MaxValue;
        foreach (var word in phrase.Words)
            rarest = Math.Min(rarest, _words[word].IsEnd ? _words[word].Articles : int.MaxValue);
        return (long)phrase.Articles * LeastTogether >= rarest;
    }

    private readonly record struct Count(int Articles, int LastArticle);

    private struct Word(string form)
    {
        public readonly string Form = form;
        public int Articles;
        public int LastArticle;

        /// <summary>Whether a phrase may begin with it, have it in the middle, end with it.</summary>
        public bool IsStart;
        public bool IsInside;
        public bool IsEnd;
    }
}
