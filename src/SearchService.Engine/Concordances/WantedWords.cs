using System.Runtime.CompilerServices;
using SearchService.Engine.Postings;

namespace SearchService.Engine.Concordances;

/// <summary>The places of one field of one segment whose words are asked for, document by document.</summary>
/// <param name="files">Postings of the segment.</param>
/// <param name="number">Lucene's number of the field.</param>
/// <param name="documents">How many documents the segment has.</param>
internal sealed class WantedWords(BlockFiles files, int number, int documents)
{
    // For each document where its places begin, and a bit for each of them by its last six bits: nearly all words of a text stand elsewhere.
    private readonly int[] _starts = new int[documents + 1];
    private readonly ulong[] _filters = new ulong[documents];
    private readonly List<ulong> _places = [];
    private ulong[] _sorted = [];
    private int _reached;

    /// <summary>Postings of the segment.</summary>
    public BlockFiles Files => files;

    /// <summary>Lucene's number of the field.</summary>
    public int Field => number;

    /// <summary>Whether any are asked for.</summary>
    public bool Any => _places.Count > 0;

    /// <summary>Asks for a place; documents come in ascending order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="position">Ordinal of the word in the field.</param>
    /// <param name="slot">Where what stands there is to be noted.</param>
    public void Add(int document, int position, int slot)
    {
        for (; _reached < document; _reached++)
            _starts[_reached + 1] = _places.Count;
        _filters[document] |= 1UL << position;
        _places.Add(((ulong)(uint)position << 32) | (uint)slot);
    }

    /// <summary>Puts the places in order, when all have been asked for.</summary>
    public void Close()
    {
        for (; _reached < documents; _reached++)
            _starts[_reached + 1] = _places.Count;
        _sorted = [.. _places];
        for (var document = 0; document < documents; document++)
            _sorted.AsSpan(_starts[document].._starts[document + 1]).Sort();
    }

    /// <summary>Whether any document after one and up to another has places.</summary>
    public bool AnyIn(int after, int last) => _starts[after + 1] != _starts[last + 1];

    /// <summary>A bit for each place in a document, by the last six bits of its position.</summary>
    public ulong FilterOf(int document) => _filters[document];

    /// <summary>Which of some documents have places.</summary>
    /// <param name="some">The documents.</param>
    /// <param name="found">Where those that have are written, by their numbers among them.</param>
    /// <returns>How many have.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Among(ReadOnlySpan<int> some, Span<int> found)
    {
        ReadOnlySpan<ulong> filters = _filters;
        var count = 0;
        for (var i = 0; i < some.Length; i++)
        {
            found[count] = i;
            count += filters[some[i]] != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The slots of a position that the filter has let through: positions in the upper half, slots in the lower.</summary>
    public ReadOnlySpan<ulong> At(int document, int position)
    {
        var places = _sorted.AsSpan(_starts[document].._starts[document + 1]);
        var from = 0;
        while (from < places.Length && (int)(places[from] >> 32) < position)
            from++;
        var to = from;
        while (to < places.Length && (int)(places[to] >> 32) == position)
            to++;
        return places[from..to];
    }
}
