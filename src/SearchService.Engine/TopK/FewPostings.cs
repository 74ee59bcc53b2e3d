namespace SearchService.Engine.TopK;

/// <summary>
/// The postings of all forms of a concept that a segment has in few documents, read once and put in the order of windows: forms that stand
/// here and there would cost more in bookkeeping than in reading, and their bounds would raise that of every window.
/// </summary>
internal sealed class FewPostings
{
    private static readonly FewPostings None = new([], []);

    private readonly Posting[] _postings;
    private readonly int[] _firsts;

    private FewPostings(Posting[] postings, int[] firsts) => (_postings, _firsts) = (postings, firsts);

    /// <summary>Reads the lists that have at most one block.</summary>
    public static FewPostings Read(SegmentView segment, List<FormList> lists, BlockBuffers buffers)
    {
        var all = 0;
        foreach (var list in lists)
            all += IsFew(list) ? list.Count : 0;
        if (all == 0)
            return None;
        var read = new Posting[all];
        var count = 0;
        for (var i = 0; i < lists.Count; i++)
        {
            if (!IsFew(lists[i]))
                continue;
            var postings = lists[i].Words[0];
            var factors = segment.Statistics.Factor(lists[i].Field);
            var norms = segment.Lengths[lists[i].Field]!.Norms;
            var here = postings.ReadDocuments(0, buffers.Documents);
            postings.ReadFrequencies(0, buffers.Frequencies);
            for (var at = 0; at < here; at++)
                read[count++] = new(buffers.Documents[at], i, buffers.Frequencies[at] * factors[norms[buffers.Documents[at]]] * lists[i].Weight);
        }

        return Ordered(read, segment);
    }

    /// <summary>Whether a list is read here.</summary>
    public static bool IsFew(FormList list) => list.Words.Length == 1 && list.Words[0].Blocks == 1;

    /// <summary>Those of a window, list by list.</summary>
    public ReadOnlySpan<Posting> this[int window] => _postings.Length == 0 ? [] : _postings.AsSpan(_firsts[window].._firsts[window + 1]);

    // A counting sort, which leaves each window's postings in the order of the lists.
    private static FewPostings Ordered(Posting[] read, SegmentView segment)
    {
        var (windows, bits) = (segment.Windows, segment.WindowBits);
        var ends = new int[windows + 1];
        foreach (ref readonly var posting in read.AsSpan())
            ends[(posting.Document >> bits) + 1]++;
        for (var window = 1; window <= windows; window++)
            ends[window] += ends[window - 1];
        if (windows == 1)
            return new(read, ends);
        var ordered = new Posting[read.Length];
        var next = ends.AsSpan(0, windows).ToArray();
        foreach (ref readonly var posting in read.AsSpan())
            ordered[next[posting.Document >> bits]++] = posting;
        return new(ordered, ends);
    }

    /// <summary>One document that has a form.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="List">Number of the form's list in the concept.</param>
    /// <param name="Worth">Frequency × factor of its length × weight.</param>
    internal readonly record struct Posting(int Document, int List, float Worth);
}
