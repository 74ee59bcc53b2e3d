using System.Runtime.CompilerServices;
using SearchService.Engine.Postings;

namespace SearchService.Engine.Concordances;

/// <summary>
/// Finds the words beside occurrences in the positions of the index: every word of the archive is looked up, and whether it stands at one of
/// the places wanted. For all but a few articles that is many times faster than reading their texts.
/// </summary>
/// <param name="wanted">The places, by the segment's number in the sweep; by field within.</param>
/// <param name="archive">The words of the archive.</param>
/// <param name="words">Where what stands there is noted.</param>
internal sealed class NeighbourWalk(WantedWords[][] wanted, HashedWords archive, NeighbourWords words) : IWordVisitor
{
    /// <summary>Texts are read where the archive has this many articles for each that has lines: the index is walked over all of it. Reading one took 150 µs; the share is reckoned.</summary>
    private const int ArticlesToOneRead = 500;

    // A word whose number has not been asked for; the whole of a compound, which stands where its first part does and goes by its parts.
    private const int Unknown = -1, Whole = -2;

    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private readonly int[] _found = new int[Block.Size];
    private int _number;

    /// <summary>Whether it pays.</summary>
    /// <param name="articles">How many articles have occurrences.</param>
    /// <param name="documents">How many documents the index has.</param>
    public static bool Pays(int articles, int documents) => (long)articles * ArticlesToOneRead > documents;

    /// <inheritdoc/>
    public void Visit(int segment, in WordRecord record)
    {
        foreach (var field in wanted[segment])
        {
            if (field.Field == record.Field && field.Any)
                Read(record.Hash, new(field.Files, record.Place), field);
        }
    }

    private void Read(ulong hash, BlockPostings postings, WantedWords places)
    {
        _number = Unknown;
        var last = postings.LastDocuments;
        for (var block = 0; block < postings.Blocks; block++)
        {
            if (!last.IsEmpty && !places.AnyIn(block == 0 ? -1 : last[block - 1], last[block]))
                continue;
            var documents = _documents.AsSpan(0, postings.ReadDocuments(block, _documents));
            var found = places.Among(documents, _found);
            if (found == 0)
                continue;
            postings.ReadFrequencies(block, _frequencies);
            var positions = postings.PositionsOf(block);
            int first = 0, before = 0;
            foreach (var i in _found.AsSpan(0, found))
            {
                for (; before < i; before++)
                    first += _frequencies[before];
                Read(hash, positions, first, _frequencies[i], places, documents[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Read(ulong hash, PositionBits positions, int first, int count, WantedWords places, int document)
    {
        var filter = places.FilterOf(document);
        var position = 0;
        for (var at = first; at < first + count; at++)
        {
            position += positions[at];
            if ((filter & (1UL << position)) != 0)
                Note(hash, places.At(document, position));
        }
    }

    private void Note(ulong hash, ReadOnlySpan<ulong> slots)
    {
        if (slots.IsEmpty)
            return;
        if (_number == Unknown)
            _number = archive.Find(hash) is >= 0 and var word && archive.TextOf(word) is { } text ? words.NumberOf(text) : Whole;
        if (_number == Whole)
            return;
        foreach (var slot in slots)
            words.Set((int)(uint)slot, _number);
    }
}
