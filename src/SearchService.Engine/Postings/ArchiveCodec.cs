using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace SearchService.Engine.Postings;

/// <summary>Lucene 4.6's codec with postings and lengths of our own.</summary>
[CodecName(CodecName)]
internal sealed class ArchiveCodec() : FilterCodec(new Lucene46Codec())
{
    private const string CodecName = "SearchService";

    /// <inheritdoc/>
    public override PostingsFormat PostingsFormat { get; } = new BlockPostingsFormat();

    /// <inheritdoc/>
    public override NormsFormat NormsFormat { get; } = new LengthsFormat();

    /// <summary>Lets Lucene find the codec by its name, which is what a segment says of itself. Once a process.</summary>
    public static void Register() => Codec.SetCodecFactory(new WithOurs());

    private sealed class WithOurs : DefaultCodecFactory
    {
        private readonly ArchiveCodec _ours = new();

        public override Codec GetCodec(string name) => name == CodecName ? _ours : base.GetCodec(name);
    }
}
