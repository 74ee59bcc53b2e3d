using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Engine.Postings;

/// <summary>The files of postings of one segment, open for reading: blocks of documents, their positions, and the table of blocks.</summary>
internal sealed class BlockFiles : IDisposable
{
    /// <summary>Extensions of the three files.</summary>
    public const string DocumentsExtension = "blk", PositionsExtension = "pos", TableExtension = "tab";

    /// <summary>Bytes that the table spends on a block: its last document, and offsets of its postings and positions from the word's first.</summary>
    public const int TableRow = 3 * sizeof(int);

    private const string CodecName = "SearchServicePostings";
    private const int Version = 1;

    private BlockFiles(PostingsFile documents, PostingsFile positions, PostingsFile table)
        => (Documents, Positions, Table) = (documents, positions, table);

    /// <summary>Blocks of documents and frequencies.</summary>
    public PostingsFile Documents { get; }

    /// <summary>Positions.</summary>
    public PostingsFile Positions { get; }

    /// <summary>The table of blocks of words that have more than one.</summary>
    public PostingsFile Table { get; }

    /// <summary>Opens the files of a segment.</summary>
    public static BlockFiles Open(Directory directory, SegmentInfo segment, string suffix, IOContext context)
    {
        var opened = new List<PostingsFile>(3);
        try
        {
            foreach (var extension in (string[])[DocumentsExtension, PositionsExtension, TableExtension])
                opened.Add(PostingsFile.Open(directory, IndexFileNames.SegmentFileName(segment.Name, suffix, extension), CodecName + extension, Version, context));
            return new(opened[0], opened[1], opened[2]);
        }
        catch
        {
            opened.ForEach(file => file.Dispose());
            throw;
        }
    }

    /// <summary>Begins one of the files of a new segment.</summary>
    public static IndexOutput Create(SegmentWriteState state, string extension)
    {
        var output = state.Directory.CreateOutput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension), state.Context);
        CodecUtil.WriteHeader(output, CodecName + extension, Version);
        return output;
    }

    /// <summary>Compares all files with their checksums.</summary>
    public void CheckIntegrity()
    {
        Documents.CheckIntegrity();
        Positions.CheckIntegrity();
        Table.CheckIntegrity();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Documents.Dispose();
        Positions.Dispose();
        Table.Dispose();
    }
}
