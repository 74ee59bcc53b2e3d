using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>One segment of a snapshot. Thread-safe.</summary>
internal sealed class SnapshotSegment
{
    // By Lucene's field number the field number of ScoredField, -1 for others.
    private readonly int[] _fields;

    /// <summary>Looks at a segment.</summary>
    public SnapshotSegment(AtomicReaderContext context, int number, FieldStatistics statistics)
    {
        (Context, Number, Statistics) = (context, number, statistics);
        Reader = (SegmentReader)context.AtomicReader;
        Fields = (BlockFields)Reader.Fields;
        Live = Reader.LiveDocs;
        Documents = Reader.MaxDoc;
        Lengths = Array.ConvertAll(ScoredField.All, field => Reader.GetNormValues(field.Name) as FieldLengths);
        _fields = new int[1 + Reader.FieldInfos.Max(info => info.Number)];
        Array.Fill(_fields, -1);
        for (var field = 0; field < ScoredField.All.Length; field++)
        {
            if (Reader.FieldInfos.FieldInfo(ScoredField.All[field].Name) is { } info)
                _fields[info.Number] = field;
        }
    }

    /// <summary>Lucene's view of it.</summary>
    public AtomicReaderContext Context { get; }

    /// <summary>Lucene's reader of it.</summary>
    public SegmentReader Reader { get; }

    /// <summary>Number in the snapshot, from 0.</summary>
    public int Number { get; }

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

    /// <summary>Finds a word in all fields.</summary>
    /// <param name="hash">Of the word.</param>
    /// <param name="places">Written by field number, where the word is.</param>
    public void Find(ulong hash, Span<WordPlace> places)
    {
        foreach (ref readonly var record in Fields.Files.Words.Find(hash))
        {
            if (_fields[record.Field] is >= 0 and var field)
                places[field] = record.Place;
        }
    }
}
