using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Results;

/// <summary>How the words of a timed query belong together.</summary>
internal enum QueryKind
{
    /// <summary>Any of the words.</summary>
    Any,

    /// <summary>All of the words.</summary>
    All,

    /// <summary>The words in a row.</summary>
    Phrase,
}

/// <summary>The part of a search that is timed against other engines: from words to the best ten documents, nothing read or marked.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="interpreter">Reads words with those of the archive.</param>
internal sealed class SearchKernel(ArchiveSearcher searcher, Interpreter interpreter)
{
    private readonly FieldStatistics _statistics = searcher.Statistics;

    /// <summary>Forgets what searches have learnt of words.</summary>
    public void Forget()
    {
        searcher.Concepts.Clear();
        interpreter.Forget();
    }

    /// <summary>Finds the best ten.</summary>
    /// <param name="kind">How the words belong together.</param>
    /// <param name="words">The words, separated by spaces.</param>
    /// <param name="plain">Body only, the words as printed, no proximity: the work that a plain engine does.</param>
    /// <param name="readings">Words are also searched in the other script and language.</param>
    /// <param name="exact">Every match is scored, none passed over.</param>
    /// <returns>The best ten, best first.</returns>
    public RankedArticle[] Search(QueryKind kind, string words, bool plain, bool readings = true, bool exact = false)
    {
        var fields = plain ? TextFields.Body : TextFields.All;
        QueryNode node = kind switch
        {
            QueryKind.Phrase => new PhraseNode(words, 0, Exact: false, fields),
            QueryKind.All => new AllNode([.. Words.Of(words).Where(word => !word.IsWhole).Select(word => new WordNode(word.Form, Exact: false, fields))]),
            _ => new BagNode([new(Occurrence.Optional, new WordNode(words, Exact: false, fields))]),
        };
        var clause = new QueryBinder(searcher, _statistics, interpreter, readings, plain).Bind(node);
        var best = new TopArticles(10);
        if (exact)
        {
            ExhaustiveSearch.Find(searcher, _statistics, clause, best);
            return best.Sorted();
        }

        using var search = new TopKSearch(searcher, clause);
        search.Find(best, after: null);
        return best.Sorted();
    }
}
