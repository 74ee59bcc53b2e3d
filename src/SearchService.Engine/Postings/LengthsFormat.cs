using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace SearchService.Engine.Postings;

/// <summary>Keeps field lengths as plain bytes, and reckons the impacts of the segment's blocks, whose lengths are known only now.</summary>
internal sealed class LengthsFormat : NormsFormat
{
    /// <summary>Extension of the file, and what its header says.</summary>
    public const string Extension = "len", CodecName = "SearchServiceLengths";

    /// <summary>Version of the file.</summary>
    public const int Version = 1;

    /// <inheritdoc/>
    public override DocValuesConsumer NormsConsumer(SegmentWriteState state) => new LengthsWriter(state);

    /// <inheritdoc/>
    public override DocValuesProducer NormsProducer(SegmentReadState state) => new LengthsReader(state);
}
