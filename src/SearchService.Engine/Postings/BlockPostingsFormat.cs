using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Engine.Postings;

/// <summary>Lucene's terms dictionary over postings in blocks, for all fields of a segment.</summary>
[PostingsFormatName("SearchService")]
internal sealed class BlockPostingsFormat : PostingsFormat
{
    /// <inheritdoc/>
    public override FieldsConsumer FieldsConsumer(SegmentWriteState state)
    {
        var postings = new BlockWriter(state);
        return Opened(postings, () => new WordIndexWriter(state, postings, new BlockTreeTermsWriter<object>(
            state, postings, BlockTreeTermsWriter.DEFAULT_MIN_BLOCK_SIZE, BlockTreeTermsWriter.DEFAULT_MAX_BLOCK_SIZE, subclassState: this)));
    }

    /// <inheritdoc/>
    public override FieldsProducer FieldsProducer(SegmentReadState state)
    {
        var files = BlockFiles.Open(state.Directory, state.SegmentInfo, state.SegmentSuffix, state.Context);
        return Opened(files, () => new BlockFields(files, new BlockTreeTermsReader<object>(
            state.Directory, state.FieldInfos, state.SegmentInfo, new BlockReader(files), state.Context, state.SegmentSuffix, state.TermsIndexDivisor, subclassState: this)));
    }

    private static T Opened<T>(IDisposable first, Func<T> second)
    {
        try
        {
            return second();
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(first);
            throw;
        }
    }
}
