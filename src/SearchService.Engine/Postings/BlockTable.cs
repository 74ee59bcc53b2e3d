namespace SearchService.Engine.Postings;

/// <summary>The words of one field that have more than one block in a segment, as the end of the table of blocks lists them.</summary>
internal sealed class BlockTable
{
    private readonly List<WordState> _words;

    private BlockTable(int field, int firstBlock, List<WordState> words)
    {
        (Field, FirstBlock, _words) = (field, firstBlock, words);
        Blocks = words.Sum(word => (word.DocFreq + Block.Size - 1) / Block.Size);
    }

    /// <summary>Number of the field.</summary>
    public int Field { get; }

    /// <summary>Number of its first block.</summary>
    public int FirstBlock { get; }

    /// <summary>How many blocks it has.</summary>
    public int Blocks { get; }

    /// <summary>Reads the lists of all fields.</summary>
    public static IEnumerable<BlockTable> Read(BlockFiles files)
    {
        var input = files.Table.Input(files.Table.Contents());
        for (var fields = input.ReadVInt32(); fields > 0; fields--)
        {
            var (field, firstBlock) = (input.ReadVInt32(), input.ReadVInt32());
            var words = new List<WordState>(input.ReadVInt32());
            var (block, documents) = (firstBlock, 0L);
            for (var i = words.Capacity; i > 0; i--)
            {
                documents += input.ReadVInt64();
                words.Add(new() { Documents = documents, DocFreq = input.ReadVInt32(), FirstBlock = block });
                block += (words[^1].DocFreq + Block.Size - 1) / Block.Size;
            }

            yield return new(field, firstBlock, words);
        }
    }

    /// <summary>The postings of the words, in the order of the file.</summary>
    public IEnumerable<BlockPostings> Words(BlockFiles files) => _words.Select(word => new BlockPostings(files, word.Place));
}
