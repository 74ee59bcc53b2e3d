using SearchService.Engine.Indexing;
using SearchService.Engine.Querying;
using SearchService.Language.Completion;

namespace SearchService.Engine.Suggesting;

/// <summary>Answers requests for completions from the newest snapshot. Thread-safe.</summary>
internal sealed class Suggestions(IndexedStore articles)
{
    private readonly TopicKeeper _topics = new(articles.Acquire);
    private readonly PrintedForms _printed = new(sequence => articles.Store.Find(sequence, ""));

    /// <summary>Completes what was typed.</summary>
    public SuggestResponse Suggest(SuggestRequest request)
    {
        using var snapshot = articles.Acquire();
        var completions = _topics.For(snapshot).Complete(request.Text, request.Size);
        return new(request.Text, [.. completions.Select(completion => Shown(completion, snapshot))]);
    }

    /// <summary>Waits until the headlines of the archive have been counted.</summary>
    public void Prepare()
    {
        using var snapshot = articles.Acquire();
        _topics.For(snapshot);
        _topics.Wait();
        // What is read and compiled when first used is not left to the first caller.
        foreach (var beginning in (string[])["first wor", "पहला शब", "shabdjonahin"])
            _topics.For(snapshot).Complete(beginning, 1);
    }

    private Suggestion Shown(Completion completion, IndexSnapshot snapshot)
    {
        var words = completion.Words.Select(word => _printed.Of(word, snapshot.Searcher.IndexReader));
        return new($"{completion.Before}{string.Join(' ', words)}{completion.After}", completion.Articles, completion.Reason.ToString().ToLowerInvariant(), completion.InArchive);
    }
}
