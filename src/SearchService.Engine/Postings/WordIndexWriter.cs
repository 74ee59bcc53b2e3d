using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>Passes a segment's words on to Lucene's dictionary, and writes an index of them by hash beside it: see <see cref="WordIndex"/>.</summary>
internal sealed class WordIndexWriter(SegmentWriteState segment, BlockWriter postings, FieldsConsumer dictionary) : FieldsConsumer
{
    private readonly List<WordRecord> _records = [];

    /// <inheritdoc/>
    public override TermsConsumer AddField(FieldInfo field) =>
        field.IndexOptions == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS ? new Words(this, field.Number, dictionary.AddField(field)) : dictionary.AddField(field);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        using (dictionary)
            Write();
    }

    private void Write()
    {
        CollectionsMarshal.AsSpan(_records).Sort();
        using var output = BlockFiles.Create(segment, BlockFiles.WordsExtension);
        var bits = WordIndex.BucketBits(_records.Count);
        var start = output.Position;
        var bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_records)).ToArray();
        output.WriteBytes(bytes, bytes.Length);
        var buckets = output.Position;
        for (int bucket = 0, record = 0; bucket <= 1 << bits; bucket++)
        {
            while (record < _records.Count && WordIndex.Bucket(_records[record].Hash, bits) < bucket)
                record++;
            output.WriteInt32(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(record));
        }

        var contents = output.Position;
        output.WriteVInt64(start);
        output.WriteVInt64(buckets);
        output.WriteVInt32(_records.Count);
        output.WriteInt64(contents);
        CodecUtil.WriteFooter(output);
    }

    private sealed class Words(WordIndexWriter index, int field, TermsConsumer words) : TermsConsumer
    {
        public override IComparer<BytesRef> Comparer => words.Comparer;

        public override PostingsConsumer StartTerm(BytesRef text) => words.StartTerm(text);

        public override void FinishTerm(BytesRef text, TermStats stats)
        {
            words.FinishTerm(text, stats);
            index.Add(field, text);
        }

        public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount) => words.Finish(sumTotalTermFreq, sumDocFreq, docCount);
    }

    private void Add(int field, BytesRef text)
    {
        var place = postings.Last;
        _records.Add(new(WordHash.Of(text.Bytes.AsSpan(text.Offset, text.Length)), place.Documents, place.Positions, place.Count, place.FirstBlock, field));
    }
}
