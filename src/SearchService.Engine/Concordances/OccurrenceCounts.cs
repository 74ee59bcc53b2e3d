using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Concordances;

/// <summary>
/// How many occurrences of a query documents of one segment have. Where nothing but words is asked for they are as many as the words stand
/// there, since no two words stand in one place: no position is read but in documents that have a row of words or the whole of a compound.
/// </summary>
internal sealed class OccurrenceCounts
{
    private readonly SnapshotSegment _segment;
    private readonly SegmentPlaces _places;
    private readonly ulong[] _matches;
    private readonly BlockBuffers _buffers = new();
    private readonly HashSet<(string Form, int Field)> _seen = [];

    // By document how often simple words stand there, and which documents have others; none where positions decide everywhere.
    private readonly int[] _counts = [];
    private readonly ulong[] _others = [];

    /// <summary>Counts in a segment.</summary>
    /// <param name="clause">What is looked for.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="matches">Its documents that match, a bit for each: those that are asked for.</param>
    public OccurrenceCounts(Clause clause, SnapshotSegment segment, ulong[] matches)
    {
        (_segment, _matches, _places) = (segment, matches, new(clause, segment));
        if (!IsOfWords(clause) || WindowSet.Next(matches, 0) < 0)
            return;
        (_counts, _others) = (new int[segment.Documents], new ulong[matches.Length]);
        Add(clause);
    }

    /// <summary>How many occurrences a document has; matches in ascending order.</summary>
    public int this[int document] => _counts.Length == 0 || WindowSet.Has(_others, document) ? _places.In(document).Count : _counts[document];

    /// <summary>Whether all words of a clause that stand in a document that matches are occurrences.</summary>
    private static bool IsOfWords(Clause clause) => clause switch
    {
        BagClause bag => bag.Required.All(IsOfWords) && bag.Optional.All(IsOfWordsAlone),
        PatternClause => false,
        _ => true,
    };

    /// <summary>Whether they are in every document.</summary>
    private static bool IsOfWordsAlone(Clause clause) => clause switch
    {
        BagClause bag => bag.Only is { } only
            ? IsOfWordsAlone(only)
            : bag.Required.Count + bag.Prohibited.Count + bag.Filters.Count == 0 && bag.Optional.All(IsOfWordsAlone),
        PatternClause => false,
        _ => true,
    };

    private void Add(Clause clause)
    {
        if (clause is ConceptClause { Concept: var concept })
        {
            for (var field = 0; field < ScoredField.All.Length; field++)
            {
                foreach (var form in concept.Forms)
                    Add(form, field);
            }
        }
        else if (clause is BagClause bag)
        {
            foreach (var part in bag.Required.Concat(bag.Optional))
                Add(part);
        }
    }

    private void Add(BoundForm form, int field)
    {
        // A form that several words of the query have is one occurrence.
        if (form.Postings(field, _segment) is not { } words || !_seen.Add((form.Text, field)))
            return;
        if (ConceptPlaces.ReachOf(form) == 0)
        {
            ForEachBlock(words[0], (documents, block) =>
            {
                words[0].ReadFrequencies(block, _buffers.Frequencies);
                for (var i = 0; i < documents.Length; i++)
                    _counts[documents[i]] += _buffers.Frequencies[i];
            });
            return;
        }

        var rarest = words.MinBy(word => word.Count);
        var cursors = Array.ConvertAll(words, word => new BlockCursor(word));
        ForEachBlock(rarest, (documents, _) =>
        {
            foreach (var document in documents)
            {
                if (WindowSet.Has(_matches, document) && Array.TrueForAll(cursors, cursor => cursor.Seek(document)))
                    WindowSet.Add(_others, document);
            }
        });
    }

    /// <summary>Calls back for each block that may have a match.</summary>
    private void ForEachBlock(BlockPostings postings, BlockVisitor visit)
    {
        var last = postings.LastDocuments;
        for (var block = 0; block < postings.Blocks; block++)
        {
            if (!last.IsEmpty)
            {
                var next = WindowSet.Next(_matches, block == 0 ? 0 : last[block - 1] + 1);
                if (next < 0 || (block = postings.BlockFrom(next, block)) >= postings.Blocks)
                    return;
            }

            visit(_buffers.Documents.AsSpan(0, postings.ReadDocuments(block, _buffers.Documents)), block);
        }
    }

    private delegate void BlockVisitor(ReadOnlySpan<int> documents, int block);
}
