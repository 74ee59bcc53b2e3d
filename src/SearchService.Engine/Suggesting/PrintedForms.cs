using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Suggesting;

/// <summary>
/// Capital letters: the index has Latin words in lower case, titles print Lavrov, BJP and vaccine. Looked up in some articles and remembered.
/// Thread-safe.
/// </summary>
/// <param name="fetch">Reads an article by its sequence number; null when it is gone.</param>
internal sealed class PrintedForms(Func<long, Article?> fetch)
{
    /// <summary>Articles looked at for a word.</summary>
    private const int MostRead = 3;

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
        var printed = new List<(string Text, bool IsFirst)>();
        var term = new Term(IndexFields.WebTitle, word);
        var read = 0;
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(term) is not { } articles)
                continue;
            var sequences = leaf.AtomicReader.GetNumericDocValues(IndexFields.Sequence);
            while (read < MostRead && articles.NextDoc() is var article and not DocIdSetIterator.NO_MORE_DOCS)
            {
                read++;
                if (fetch(sequences.Get(article)) is { } found)
                    AddForms(found.WebTitle, word, printed);
            }
        }

        return printed
            .Where(form => form.Text.Equals(word, StringComparison.OrdinalIgnoreCase))
            .GroupBy(form => form.IsFirst).OrderBy(group => group.Key).FirstOrDefault()?
            .CountBy(form => form.Text).MaxBy(form => form.Value).Key ?? word;
    }

    private static void AddForms(string title, string word, List<(string Text, bool IsFirst)> printed)
    {
        foreach (var one in Words.Of(title))
        {
            if (one.Form == word)
                printed.Add((title.Substring(one.Start, one.Length), one.Position == 0));
        }
    }
}
