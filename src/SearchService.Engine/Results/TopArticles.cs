using SearchService.Engine.Stories;

namespace SearchService.Engine.Results;

/// <summary>
/// The best articles seen so far: a heap with the worst of them on top. Where copies are folded there is one article of each story, the
/// best: what is worse than the worst of so many stories is not the best of one of them, or its story is there with a better one.
/// </summary>
/// <param name="capacity">How many are kept.</param>
/// <param name="fold">The stories to be folded; null for none.</param>
internal sealed class TopArticles(int capacity, SnapshotStories? fold = null)
{
    private readonly int[] _stories = fold is null ? [] : new int[Math.Max(1, capacity)];
    private readonly RankedArticle[] _heap = new RankedArticle[Math.Max(1, capacity)];
    private int _count;

    /// <summary>Whether a new article must beat <see cref="Worst"/> to come in.</summary>
    public bool IsFull => _count == _heap.Length;

    /// <summary>The last of the best, once full.</summary>
    public ref readonly RankedArticle Worst => ref _heap[0];

    /// <summary>Offers an article.</summary>
    public void Offer(in RankedArticle article)
    {
        var story = fold is null || (IsFull && !article.Before(_heap[0])) ? 0 : fold.StoryOf(article.Document);
        if (story > 0 && _stories.AsSpan(0, _count).IndexOf(story) is >= 0 and var known)
        {
            if (article.Before(_heap[known]))
                Sink(known, article, story);
        }
        else if (_count < _heap.Length)
        {
            Rise(_count++, article, story);
        }
        else if (article.Before(_heap[0]))
        {
            Sink(0, article, story);
        }
    }

    /// <summary>The articles, best first.</summary>
    public RankedArticle[] Sorted()
    {
        var sorted = _heap[.._count];
        Array.Sort(sorted, static (a, b) => a.Before(b) ? -1 : b.Before(a) ? 1 : 0);
        return sorted;
    }

    private void Rise(int at, in RankedArticle article, int story)
    {
        for (; at > 0 && _heap[(at - 1) / 2].Before(article); at = (at - 1) / 2)
            Move((at - 1) / 2, at);
        Set(at, article, story);
    }

    private void Sink(int at, in RankedArticle article, int story)
    {
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _heap[child].Before(_heap[child + 1]))
                child++;
            if (!article.Before(_heap[child]))
                break;
            Move(child, at);
            at = child;
        }

        Set(at, article, story);
    }

    private void Move(int from, int to) => Set(to, _heap[from], fold is null ? 0 : _stories[from]);

    private void Set(int at, in RankedArticle article, int story)
    {
        _heap[at] = article;
        if (fold is not null)
            _stories[at] = story;
    }
}
