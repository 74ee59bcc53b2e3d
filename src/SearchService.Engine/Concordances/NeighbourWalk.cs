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
    /// <summary>Reading an article costs about as much as walking past this many (measured on 200,000 articles: 150 µs and 0.3 µs).</summary>
    private const int ArticlesToOneRead = 500;

    private readonly int[] _documents = new int[Block.Size];
    private readonly int[] _frequencies = new int[Block.Size];
    private readonly int[] _found = new int[Block.Size];
    private int _word = -1;
    private int _number;

    /// <summary>Whether it pays.</summary>
    /// <param name="articles">How many articles have occurrences.</param>
    /// <param name="documents">How many documents the index has.</param>
    public static bool Pays(int articles, int documents) => (long)articles * ArticlesToOneRead > documents;

    /// <inheritdoc/>
    public bool ReadsPositions => true;

    /// <inheritdoc/>
    public void Visit(int word, int segment, in WordRecord record)
    {
        foreach (var field in wanted[segment])
        {
            if (field.Field == record.Field)
                Read(word, new(field.Files, record.Place), field);
        }
    }

    private void Read(int word, BlockPostings postings, WantedWords places)
    {
        var last = postings.LastDocuments;
        for (var block = 0; block < postings.Blocks; block++)
        {
            if (!last.IsEmpty && !places.AnyIn(block == 0 ? -1 : last[block - 1], last[block]))
                continue;
            var documents = _documents.AsSpan(0, postings.ReadDocuments(block, _documents));
            var found = 0;
            for (var i = 0; i < documents.Length; i++)
            {
                _found[found] = i;
                found += places.FilterOf(documents[i]) != 0 ? 1 : 0;
            }

            if (found == 0)
                continue;
            postings.ReadFrequencies(block, _frequencies);
            var positions = postings.PositionsOf(block);
            int first = 0, before = 0;
            foreach (var i in _found.AsSpan(0, found))
            {
                for (; before < i; before++)
                    first += _frequencies[before];
                Read(word, positions, first, _frequencies[i], places, documents[i]);
            }
        }
    }

    private void Read(int word, PositionBits positions, int first, int count, WantedWords places, int document)
    {
        var filter = places.FilterOf(document);
        var position = 0;
        for (var at = first; at < first + count; at++)
        {
            position += positions[at];
            if ((filter & (1UL << position)) != 0)
                Note(word, places.At(document, position));
        }
    }

    private void Note(int word, ReadOnlySpan<ulong> slots)
    {
        foreach (var slot in slots)
        {
            if (_word != word)
                (_word, _number) = (word, words.NumberOf(archive.TextOf(word)));
            words.Set((int)(uint)slot, _number);
        }
    }
}
