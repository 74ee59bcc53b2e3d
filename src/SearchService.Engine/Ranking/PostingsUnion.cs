using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Engine.Ranking;

/// <summary>The documents that hold any form of a concept, in order: a heap of postings with the smallest document on top.</summary>
internal sealed class PostingsUnion
{
    private readonly FormPostings[] _all;
    private readonly FormPostings[] _heap;
    private int _size;

    private PostingsUnion(FormPostings[] postings)
    {
        (_all, _heap, _size) = (postings, [.. postings], postings.Length);
        foreach (var form in postings)
            Cost += form.Cost;
    }

    /// <summary>How many postings there are to read, at most.</summary>
    public long Cost { get; }

    /// <summary>Current document; -1 before the first, <see cref="DocIdSetIterator.NO_MORE_DOCS"/> at the end.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Opens a concept's postings in one segment.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="live">Documents that are not deleted; null for all.</param>
    /// <param name="field">Only this field; all of the concept's fields when negative.</param>
    /// <param name="positions">Whether positions will be read.</param>
    /// <returns>Null when the segment holds none of the forms.</returns>
    public static PostingsUnion? Open(BoundConcept concept, AtomicReaderContext segment, IBits? live, int field = -1, bool positions = false)
    {
        var found = new List<FormPostings>();
        foreach (var form in concept.Forms)
        {
            for (var i = 0; i < ScoredField.All.Length; i++)
            {
                if ((field < 0 || i == field) && form.Open(i, segment, live, positions) is { } postings)
                    found.Add(new(postings, i, form.Weight));
            }
        }

        return found.Count == 0 ? null : new([.. found]);
    }

    /// <summary>Moves to the next document.</summary>
    public int Next()
    {
        do
        {
            _heap[0].Next();
            Settle();
        }
        while (_size > 0 && _heap[0].Doc == Doc);
        return Doc = _size > 0 ? _heap[0].Doc : DocIdSetIterator.NO_MORE_DOCS;
    }

    /// <summary>Moves to the first document at or after <paramref name="target"/>.</summary>
    public int Advance(int target)
    {
        while (_size > 0 && _heap[0].Doc < target)
        {
            _heap[0].Advance(target);
            Settle();
        }

        return Doc = _size > 0 ? _heap[0].Doc : DocIdSetIterator.NO_MORE_DOCS;
    }

    /// <summary>Sum over the forms in the current document, in the order of forms and fields: occurrences × what one counts in that field at that length × form weight.</summary>
    public float WeightedFrequency(NumericDocValues?[] norms, FieldStatistics statistics)
    {
        var sum = 0f;
        foreach (var form in _all)
        {
            if (form.Doc == Doc)
                sum += form.Frequency * statistics.Factor(form.Field)[norms[form.Field] is { } values ? (byte)values.Get(Doc) : (byte)0] * form.Weight;
        }

        return sum;
    }

    /// <summary>The largest weight of the forms that the current document holds.</summary>
    public float StrongestHere() => _all.Where(form => form.Doc == Doc).Max(form => form.Weight);

    /// <summary>Calls back for each form that the current document holds.</summary>
    public void ForEachHere(Action<FormPostings> visit) => ForEachHere(0, visit);

    private void ForEachHere(int at, Action<FormPostings> visit)
    {
        if (at >= _size || _heap[at].Doc != Doc)
            return;
        visit(_heap[at]);
        ForEachHere((2 * at) + 1, visit);
        ForEachHere((2 * at) + 2, visit);
    }

    /// <summary>Restores the heap after its top has moved on, dropping it if it is exhausted.</summary>
    private void Settle()
    {
        if (_heap[0].Doc == DocIdSetIterator.NO_MORE_DOCS)
        {
            _size--;
            _heap[0] = _heap[_size];
        }

        var top = _heap[0];
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _size)
                break;
            if (child + 1 < _size && _heap[child + 1].Doc < _heap[child].Doc)
                child++;
            if (_heap[child].Doc >= top.Doc)
                break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = top;
    }
}
