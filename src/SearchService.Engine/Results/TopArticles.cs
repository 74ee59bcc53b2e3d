namespace SearchService.Engine.Results;

/// <summary>The best articles seen so far: a heap with the worst of them on top.</summary>
internal sealed class TopArticles(int capacity)
{
    private readonly RankedArticle[] _heap = new RankedArticle[Math.Max(1, capacity)];
    private int _count;

    /// <summary>Whether a new article must beat <see cref="Worst"/> to come in.</summary>
    public bool IsFull => _count == _heap.Length;

    /// <summary>The last of the best, once full.</summary>
    public ref readonly RankedArticle Worst => ref _heap[0];

    /// <summary>Offers an article.</summary>
    public void Offer(in RankedArticle article)
    {
        if (_count < _heap.Length)
        {
            var at = _count++;
            for (; at > 0 && _heap[(at - 1) / 2].Before(article); at = (at - 1) / 2)
                _heap[at] = _heap[(at - 1) / 2];
            _heap[at] = article;
        }
        else if (article.Before(_heap[0]))
        {
            Replace(article);
        }
    }

    /// <summary>The articles, best first.</summary>
    public RankedArticle[] Sorted()
    {
        var sorted = _heap[.._count];
        Array.Sort(sorted, static (a, b) => a.Before(b) ? -1 : b.Before(a) ? 1 : 0);
        return sorted;
    }

    private void Replace(in RankedArticle article)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _heap[child].Before(_heap[child + 1]))
                child++;
            if (!article.Before(_heap[child]))
                break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = article;
    }
}
