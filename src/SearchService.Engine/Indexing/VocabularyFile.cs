using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Indexing;

/// <summary>
/// The archive's words in a file inside the index's folder, so that opening need not read the terms of all segments. A block with all words
/// comes first, then one for each commit that changed some, which is appended: keeping costs what is new. Each block has the name of the
/// state of the index that it leads to, and a checksum (XXH3). A file that is missing, damaged, of another version or of other states is of
/// no use: the words are then counted from the segments, and the file is written whole at the next commit. One thread at a time.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="vocabulary">The words.</param>
internal sealed class VocabularyFile(string path, Vocabulary vocabulary)
{
    /// <summary>Name of the file in the index's folder; Lucene leaves alone what is not named as its own files are.</summary>
    public const string Name = "vocabulary.words";

    // The last character is the version of the form and of what is counted.
    private const string Kind = "words 1";
    private const int BlockHead = 4;
    private const int Checksum = 8;

    private readonly ArrayBufferWriter<byte> _changes = new();
    private string? _kept;
    private long _whole;
    private long _appended;

    /// <summary>Reads the words of a state of the index into a vocabulary that has none yet.</summary>
    /// <returns>Whether the file has that state.</returns>
    public bool TryRead(string state)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var blocks = Blocks(bytes);
            var last = blocks.FindLastIndex(block => block.State == state);
            if (last >= 0)
                vocabulary.Reserve(Count(bytes.AsSpan(blocks[0].Words)));
            for (var at = 0; at <= last; at++)
                Take(bytes.AsSpan(blocks[at].Words));
            // What follows was written for a state that was never committed: it must not be appended to.
            if (last >= 0 && last == blocks.Count - 1 && blocks[last].Words.End.Value + Checksum == bytes.Length)
                (_kept, _whole, _appended) = (state, blocks[0].Words.End.Value, bytes.Length - blocks[0].Words.End.Value);
            return last >= 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes note of a change of the vocabulary, to be kept with the next commit.</summary>
    /// <param name="word">The word in UTF-8.</param>
    /// <param name="count">By how much its count has changed.</param>
    public void Note(ReadOnlySpan<byte> word, int count) => Write(_changes, word, count);

    /// <summary>Keeps the words of a state of the index that was committed. A disk that is full costs the file, not the commit.</summary>
    public void Keep(string state)
    {
        if (state == _kept)
            return;
        try
        {
            // The file never grows beyond twice what it must have, and each word is written whole now and then only.
            if (_kept is null || _appended + _changes.WrittenCount > _whole)
                WriteWhole(state);
            else
                Append(state);
            _kept = state;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _kept = null;
        }

        _changes.ResetWrittenCount();
    }

    private void WriteWhole(string state)
    {
        var words = new ArrayBufferWriter<byte>(1 << 16);
        Span<byte> form = stackalloc byte[1 << 10];
        foreach (var (word, count) in vocabulary.Entries())
        {
            if (count > 0)
                Write(words, form[..Encoding.UTF8.GetBytes(word, form)], count);
        }

        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(Kind));
            Write(file, state, words.WrittenSpan);
            (_whole, _appended) = (file.Length, 0);
        }

        File.Move(fresh, path, overwrite: true);
    }

    private void Append(string state)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        Write(file, state, _changes.WrittenSpan);
        _appended = file.Length - _whole;
    }

    // A block: its length, the state with a line feed behind, the words, the checksum of state and words.
    private static void Write(FileStream file, string state, ReadOnlySpan<byte> words)
    {
        var name = Encoding.UTF8.GetBytes(state + "\n");
        var block = new byte[BlockHead + name.Length + words.Length + Checksum];
        BinaryPrimitives.WriteInt32LittleEndian(block, name.Length + words.Length);
        name.CopyTo(block, BlockHead);
        words.CopyTo(block.AsSpan(BlockHead + name.Length));
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(block.Length - Checksum), XxHash3.HashToUInt64(block.AsSpan(BlockHead..^Checksum)));
        file.Write(block);
    }

    /// <summary>The blocks up to the first that is damaged or cut short.</summary>
    private static List<(string State, Range Words)> Blocks(byte[] bytes)
    {
        var blocks = new List<(string, Range)>();
        var at = Kind.Length;
        if (!bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Kind)))
            return blocks;
        while (bytes.Length - at >= BlockHead + Checksum)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            var start = at + BlockHead;
            if (length < 0 || length > bytes.Length - start - Checksum)
                break;
            var block = bytes.AsSpan(start, length);
            var feed = block.IndexOf((byte)'\n');
            if (feed < 0 || XxHash3.HashToUInt64(block) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start + length)))
                break;
            blocks.Add((Encoding.UTF8.GetString(block[..feed]), (start + feed + 1)..(start + length)));
            at = start + length + Checksum;
        }

        return blocks;
    }

    // A word: by how much its count changes, its length in bytes, two numbers of four and two bytes; its bytes.
    private static void Write(ArrayBufferWriter<byte> words, ReadOnlySpan<byte> word, int count)
    {
        var entry = words.GetSpan(6 + word.Length);
        BinaryPrimitives.WriteInt32LittleEndian(entry, count);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], (ushort)word.Length);
        word.CopyTo(entry[6..]);
        words.Advance(6 + word.Length);
    }

    private static int Count(ReadOnlySpan<byte> words)
    {
        var count = 0;
        for (; !words.IsEmpty; count++)
            words = words[(6 + BinaryPrimitives.ReadUInt16LittleEndian(words[4..]))..];
        return count;
    }

    private void Take(ReadOnlySpan<byte> words)
    {
        Span<char> form = stackalloc char[1 << 10];
        while (!words.IsEmpty)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(words[4..]);
            vocabulary.Add(form[..Encoding.UTF8.GetChars(words.Slice(6, length), form)], BinaryPrimitives.ReadInt32LittleEndian(words));
            words = words[(6 + length)..];
        }
    }
}
