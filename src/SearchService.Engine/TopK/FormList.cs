using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;

namespace SearchService.Engine.TopK;

/// <summary>The postings of a form in one field of one segment: of its word, or of all its words if it is a row of them.</summary>
/// <param name="Field">Field number.</param>
/// <param name="Weight">The form's weight in its concept.</param>
/// <param name="Words">Postings of the words, in their order.</param>
internal sealed record FormList(int Field, float Weight, BlockPostings[] Words)
{
    private FormCursor? _cursor;

    /// <summary>How many documents have the form, at most.</summary>
    public int Count => Words.Length == 1 ? Words[0].Count : Words.Min(word => word.Count);

    /// <summary>Looks documents up in it.</summary>
    public FormCursor Cursor => _cursor ??= Words.Length == 1 ? new BlockCursor(Words[0]) : new RowCursor(Array.ConvertAll(Words, word => new BlockCursor(word)));

    /// <summary>What a segment has of a concept, form by form and field by field: the order in which worths are summed.</summary>
    public static List<FormList> Of(BoundConcept concept, SegmentView segment)
    {
        var lists = new List<FormList>();
        foreach (var form in concept.Forms)
        {
            for (var field = 0; field < ScoredField.All.Length; field++)
            {
                if (form.Postings(field, segment.Segment) is { } words)
                    lists.Add(new(field, form.Weight, words));
            }
        }

        return lists;
    }
}
