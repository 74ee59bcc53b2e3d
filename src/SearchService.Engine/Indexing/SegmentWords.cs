using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>
/// Keeps a vocabulary at the words of an index: each segment brings its words, with the number of articles that have the word in the
/// field where most do; a segment that has gone takes its own away again. Articles deleted from a segment still count until it is merged.
/// </summary>
internal static class SegmentWords
{
    /// <summary>Brings a vocabulary from the words of some segments to those of others.</summary>
    /// <param name="vocabulary">The words; counted so far are those of <paramref name="before"/>.</param>
    /// <param name="before">The segments counted; none at first.</param>
    /// <param name="after">The segments to be counted.</param>
    public static void Update(Vocabulary vocabulary, DirectoryReader? before, DirectoryReader after)
    {
        var old = before is null ? [] : before.Leaves.ToDictionary(leaf => leaf.AtomicReader.CoreCacheKey, leaf => leaf.AtomicReader);
        var queue = new PriorityQueue<Source, BytesRef>(Utf8Order.Instance);
        foreach (var leaf in after.Leaves)
        {
            if (!old.Remove(leaf.AtomicReader.CoreCacheKey))
                Enter(queue, leaf.AtomicReader, sign: 1);
        }

        foreach (var gone in old.Values)
            Enter(queue, gone, sign: -1);
        Merge(vocabulary, queue);
    }

    private static void Enter(PriorityQueue<Source, BytesRef> queue, AtomicReader segment, int sign)
    {
        var share = new Share(sign);
        foreach (var field in IndexFields.Text)
        {
            if (segment.GetTerms(field)?.GetEnumerator() is { } terms && terms.MoveNext())
                queue.Enqueue(new(terms, share), terms.Term);
        }
    }

    private static void Merge(Vocabulary vocabulary, PriorityQueue<Source, BytesRef> queue)
    {
        var word = new BytesRef();
        var shares = new HashSet<Share>();
        Span<char> form = stackalloc char[256];
        while (queue.TryPeek(out _, out var next))
        {
            word.CopyBytes(next);
            shares.Clear();
            while (queue.TryPeek(out var source, out var term) && term.BytesEquals(word))
            {
                queue.Dequeue();
                source.Share.Count = shares.Add(source.Share) ? source.Terms.DocFreq : Math.Max(source.Share.Count, source.Terms.DocFreq);
                if (source.Terms.MoveNext())
                    queue.Enqueue(source, source.Terms.Term);
            }

            var net = 0;
            foreach (var share in shares)
                net += share.Sign * share.Count;
            if (net != 0 && Encoding.UTF8.TryGetChars(word.Bytes.AsSpan(word.Offset, word.Length), form, out var length))
                vocabulary.Add(form[..length], net);
        }
    }

    /// <summary>One segment's part in the count of the word at hand.</summary>
    private sealed class Share(int sign)
    {
        public int Sign { get; } = sign;

        public int Count { get; set; }
    }

    private readonly record struct Source(TermsEnum Terms, Share Share);

    private sealed class Utf8Order : IComparer<BytesRef>
    {
        public static readonly Utf8Order Instance = new();

        public int Compare(BytesRef? left, BytesRef? right) => left!.CompareTo(right!);
    }
}
