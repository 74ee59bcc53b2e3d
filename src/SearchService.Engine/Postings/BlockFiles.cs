using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Engine.Postings;

/// <summary>The files of postings of one segment, open for reading: blocks of documents, their positions, the table of blocks, and the index of words.</summary>
internal sealed class BlockFiles : IDisposable
{
    /// <summary>Extensions of the files.</summary>
    public const string DocumentsExtension = "blk", PositionsExtension = "pos", TableExtension = "tab", WordsExtension = "wrd";

    /// <summary>Bytes that the table spends on a block: its last document, and offsets of its postings and positions from the word's first.</summary>
    public const int TableRow = 3 * sizeof(int);

    private const string CodecName = "SearchServicePostings";
    private const int Version = 1;

    private readonly List<PostingsFile> _opened = [];

    private BlockFiles(Func<string, PostingsFile> open)
    {
        PostingsFile Next(string extension)
        {
            _opened.Add(open(extension));
            return _opened[^1];
        }

        try
        {
            (Documents, Positions, Table) = (Next(DocumentsExtension), Next(PositionsExtension), Next(TableExtension));
            Words = new(Next(WordsExtension));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Blocks of documents and frequencies.</summary>
    public PostingsFile Documents { get; }

    /// <summary>Positions.</summary>
    public PostingsFile Positions { get; }

    /// <summary>The table of blocks of words that have more than one.</summary>
    public PostingsFile Table { get; }

    /// <summary>The words of fields with positions.</summary>
    public WordIndex Words { get; }

    /// <summary>Opens the files of a segment.</summary>
    public static BlockFiles Open(Directory directory, SegmentInfo segment, string suffix, IOContext context)
        => new(extension => PostingsFile.Open(directory, IndexFileNames.SegmentFileName(segment.Name, suffix, extension), CodecName + extension, Version, context));

    /// <summary>Begins one of the files of a new segment.</summary>
    public static IndexOutput Create(SegmentWriteState state, string extension)
    {
        var output = state.Directory.CreateOutput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension), state.Context);
        CodecUtil.WriteHeader(output, CodecName + extension, Version);
        return output;
    }

    /// <summary>Compares all files with their checksums.</summary>
    public void CheckIntegrity() => _opened.ForEach(file => file.CheckIntegrity());

    /// <inheritdoc/>
    public void Dispose() => _opened.ForEach(file => file.Dispose());
}
