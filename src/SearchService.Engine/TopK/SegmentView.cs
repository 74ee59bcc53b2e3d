using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>One segment as one search sees it, cut into windows.</summary>
internal sealed class SegmentView(SnapshotSegment segment)
{
    /// <summary>Binary logarithm of a window where most documents are looked at: their scores stay in a near cache.</summary>
    public const int DenseBits = 13;

    /// <summary>Binary logarithm of the largest window.</summary>
    public const int MostBits = 17;

    // From this many documents a posting on it is faster to look for words together than to score each.
    private const int SparseShare = 16;
    private const int KnownShare = 128;

    // With fewer documents than this share to begin with it is faster to find out which have all that is asked than to score one part of all.
    private const int IntersectedShare = 12;

    // Wide, since little is kept of each document; not the whole of a large segment, so that what was found bounds what is looked at next.
    private const int IntersectedBits = 14;

    private NumericDocValues? _sequences;

    /// <summary>The segment.</summary>
    public SnapshotSegment Segment => segment;

    /// <summary>Of the snapshot.</summary>
    public FieldStatistics Statistics => segment.Statistics;

    /// <summary>Documents that are not deleted; null for all.</summary>
    public IBits? Live => segment.Live;

    /// <summary>How many documents it has, deleted ones included.</summary>
    public int Documents => segment.Documents;

    /// <summary>Field lengths, by field number; null where no document has the field.</summary>
    public FieldLengths?[] Lengths => segment.Lengths;

    /// <summary>Sequence numbers of the articles; of one thread, as Lucene's numbers are.</summary>
    public NumericDocValues Sequences => _sequences ??= segment.Reader.GetNumericDocValues(IndexFields.Sequence);

    /// <summary>Binary logarithm of the documents in a window.</summary>
    public int WindowBits { get; private set; } = DenseBits;

    /// <summary>Whether scores are looked at one by one, since few documents of a window have any.</summary>
    public bool IsSparse { get; private set; }

    /// <summary>How many windows there are.</summary>
    public int Windows => ((Documents - 1) >> WindowBits) + 1;

    /// <summary>A window.</summary>
    public Window this[int number] => new(number, number << WindowBits, Math.Min(Documents, (number + 1) << WindowBits));

    /// <summary>What one occurrence in a field of a document counts.</summary>
    public float FactorOf(int field, int document) => Statistics.Factor(field)[Lengths[field]!.Norms[document]];

    /// <summary>Whether what is required is looked for together before anything is scored.</summary>
    public bool Intersects { get; private set; }

    /// <summary>
    /// Decides how a query is gone about, and widens the windows: where documents are few until each can be expected to hold a good part of a
    /// thousand postings.
    /// </summary>
    /// <param name="postings">Postings that lead to matches here.</param>
    /// <param name="together">Whether several parts are required.</param>
    /// <param name="known">Whether it is one concept, and known what documents come to: few of them will be looked at.</param>
    public void Fit(long postings, bool together, bool known)
    {
        Intersects = together && postings < Documents / IntersectedShare;
        if (Intersects)
        {
            (WindowBits, IsSparse) = (IntersectedBits, true);
            return;
        }

        WindowBits = DenseBits;
        IsSparse = postings * (known ? KnownShare : SparseShare) < Documents;
        while (IsSparse && WindowBits < MostBits && Windows > 1 && postings < 256L * Windows)
            WindowBits++;
    }
}
