using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Ranking;

/// <summary>One surface form, or several words in a row, and where its postings are.</summary>
internal sealed class BoundForm
{
    // By field, then by word; null where the field lacks one of the words.
    private readonly TermContext[]?[] _postings;

    private BoundForm(ConceptForm form, string[] words, TermContext[]?[] postings)
    {
        (Text, Words, Weight, Reason, _postings) = (form.Text, words, form.Weight, form.Reason, postings);
        for (var field = 0; field < postings.Length; field++)
            Articles = Math.Max(Articles, ArticlesIn(field));
    }

    /// <summary>The form; the words of a row with a space between.</summary>
    public string Text { get; }

    /// <summary>Its words: one, but for a row.</summary>
    public string[] Words { get; }

    /// <summary>How surely it answers for the word asked for, in (0, 1].</summary>
    public float Weight { get; }

    /// <summary>Why it is there.</summary>
    public FormReason Reason { get; }

    /// <summary>How many articles hold it: the largest of the fields' counts, articles replaced but not yet merged away included; of a row how many hold its rarest word.</summary>
    public int Articles { get; }

    /// <summary>Looks a form up in a snapshot.</summary>
    public static BoundForm Bind(ConceptForm form, TextFields fields, IndexReaderContext reader)
    {
        var words = form.Text.Split(' ');
        var postings = new TermContext[]?[ScoredField.All.Length];
        for (var i = 0; i < postings.Length; i++)
        {
            if (!fields.HasFlag(ScoredField.All[i].Flag))
                continue;
            var found = Array.ConvertAll(words, word => TermContext.Build(reader, new Term(ScoredField.All[i].Name, word)));
            if (Array.TrueForAll(found, context => context is { DocFreq: > 0 }))
                postings[i] = found;
        }

        return new(form, words, postings);
    }

    /// <summary>How many articles hold it in the field of that number, or may: of a row those that hold its rarest word.</summary>
    public int ArticlesIn(int field) => _postings[field]?.Min(context => context.DocFreq) ?? 0;

    /// <summary>Its postings in one field of one segment; null where there are none.</summary>
    public DocsEnum? Open(int field, AtomicReaderContext segment, IBits? live, bool positions)
    {
        if (_postings[field] is not { } words)
            return null;
        if (words.Length == 1)
            return Seek(field, 0, segment) is not { } terms ? null : positions ? Positions(terms, live) : terms.Docs(live, null, DocsFlags.FREQS);
        var row = new DocsAndPositionsEnum[words.Length];
        for (var word = 0; word < row.Length; word++)
        {
            if (Seek(field, word, segment) is not { } terms || Positions(terms, live) is not { } found)
                return null;
            row[word] = found;
        }

        return new RowPostings(row);
    }

    /// <summary>The postings of its words in one field of one segment; null where it cannot be there.</summary>
    public BlockPostings[]? Postings(int field, AtomicReaderContext segment, BlockFiles files)
    {
        if (_postings[field] is not { } words || !Array.TrueForAll(words, word => word.Get(segment.Ord) is not null))
            return null;
        return Array.ConvertAll(words, word => new BlockPostings(files, (WordState)word.Get(segment.Ord)));
    }

    private static DocsAndPositionsEnum? Positions(TermsEnum terms, IBits? live) => terms.DocsAndPositions(live, null, DocsAndPositionsFlags.NONE);

    private TermsEnum? Seek(int field, int word, AtomicReaderContext segment)
    {
        if (_postings[field]![word].Get(segment.Ord) is not { } state)
            return null;
        var name = ScoredField.All[field].Name;
        var terms = segment.AtomicReader.GetTerms(name).GetEnumerator();
        terms.SeekExact(new Term(name, Words[word]).Bytes, state);
        return terms;
    }
}
