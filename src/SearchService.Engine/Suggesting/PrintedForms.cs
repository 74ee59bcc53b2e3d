using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Suggesting;

/// <summary>
/// Capital letters: the index has Latin words in lower case, titles print Lavrov, BJP and vaccine. Looked up in an article and remembered.
/// Thread-safe.
/// </summary>
/// <param name="fetch">Reads an article by its sequence number; null when it is gone.</param>
internal sealed class PrintedForms(Func<long, Article?> fetch)
{
    /// <summary>Titles in which the place of a word is looked up; one of them is read.</summary>
    private const int MostLookedAt = 100;

    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<string, string> _known = new();

    /// <summary>A word as titles print it, away from their first word if they do; the word as it is when it is not Latin or in no title.</summary>
    /// <param name="word">As indexed.</param>
    /// <param name="reader">A snapshot whose titles are looked at.</param>
    public string Of(string word, IndexReader reader)
    {
        if (!word.Any(char.IsAsciiLetter))
            return word;
        if (_known.TryGetValue(word, out var known))
            return known;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        return _known[word] = LookUp(word, reader);
    }

    private string LookUp(string word, IndexReader reader)
    {
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            if (segment.GetTermPositionsEnum(new(IndexFields.WebTitle, word)) is { } titles && Choose(titles) is var article and not DocIdSetIterator.NO_MORE_DOCS
                && fetch(segment.GetNumericDocValues(IndexFields.Sequence).Get(article)) is { } found)
                return In(found.WebTitle, word);
        }

        return word;
    }

    /// <summary>An article in whose title the word does not come first, where any word has a capital letter; else the first article.</summary>
    private static int Choose(DocsAndPositionsEnum titles)
    {
        var first = titles.NextDoc();
        for (var (article, looked) = (first, 0); article != DocIdSetIterator.NO_MORE_DOCS && looked < MostLookedAt; article = titles.NextDoc(), looked++)
        {
            if (titles.NextPosition() > 0)
                return article;
        }

        return first;
    }

    private static string In(string title, string word)
    {
        foreach (var one in Words.Of(title).Where(one => one.Form == word).OrderByDescending(one => one.Position > 0))
        {
            if (title.Substring(one.Start, one.Length) is var text && text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return text;
        }

        return word;
    }
}
