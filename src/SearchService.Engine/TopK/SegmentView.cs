using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>One segment as a search sees it, cut into windows.</summary>
internal sealed class SegmentView
{
    /// <summary>Documents of a window where most documents are looked at: their scores stay in the nearest cache.</summary>
    public const int DenseBits = 12;

    /// <summary>Binary logarithm of the largest window.</summary>
    public const int MostBits = 17;

    /// <summary>A segment of a snapshot.</summary>
    public SegmentView(AtomicReaderContext context, FieldStatistics statistics)
    {
        (Context, Statistics) = (context, statistics);
        var reader = (SegmentReader)context.AtomicReader;
        Fields = (BlockFields)reader.Fields;
        Live = reader.LiveDocs;
        Documents = reader.MaxDoc;
        Lengths = Array.ConvertAll(ScoredField.All, field => reader.GetNormValues(field.Name) as FieldLengths);
        Sequences = reader.GetNumericDocValues(IndexFields.Sequence);
    }

    /// <summary>Lucene's view of it.</summary>
    public AtomicReaderContext Context { get; }

    /// <summary>Of the snapshot.</summary>
    public FieldStatistics Statistics { get; }

    /// <summary>Its words.</summary>
    public BlockFields Fields { get; }

    /// <summary>Documents that are not deleted; null for all.</summary>
    public IBits? Live { get; }

    /// <summary>How many documents it has, deleted ones included.</summary>
    public int Documents { get; }

    /// <summary>Field lengths, by field number; null where no document has the field.</summary>
    public FieldLengths?[] Lengths { get; }

    /// <summary>Sequence numbers of the articles.</summary>
    public NumericDocValues? Sequences { get; }

    /// <summary>Binary logarithm of the documents in a window.</summary>
    public int WindowBits { get; private set; } = DenseBits;

    /// <summary>Whether scores are looked at one by one, since few documents of a window have any.</summary>
    public bool IsSparse => WindowBits > DenseBits;

    /// <summary>How many windows there are.</summary>
    public int Windows => ((Documents - 1) >> WindowBits) + 1;

    /// <summary>A window.</summary>
    public Window this[int number] => new(number, number << WindowBits, Math.Min(Documents, (number + 1) << WindowBits));

    /// <summary>What one occurrence in a field of a document counts.</summary>
    public float FactorOf(int field, int document) => Statistics.Factor(field)[Lengths[field]!.Norms[document]];

    /// <summary>Widens the windows until each can be expected to hold a good part of a thousand postings.</summary>
    /// <param name="postings">Postings that a query has here.</param>
    public void Fit(long postings)
    {
        WindowBits = DenseBits;
        while (WindowBits < MostBits && Windows > 1 && postings * 16 < Documents && postings < 512L * Windows)
            WindowBits++;
    }
}
