using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Engine.Postings;
using SearchService.Engine.Querying;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Ranking;

/// <summary>One surface form, or several words in a row, and where its postings are.</summary>
internal sealed class BoundForm
{
    // By segment, then by field and word; null where the segment has none of the words.
    private readonly WordPlace[]?[] _places;
    private readonly int[] _articles;

    private BoundForm(ConceptForm form, string[] words, WordPlace[]?[] places)
    {
        (Text, Words, Weight, Reason, _places) = (form.Text, words, form.Weight, form.Reason, places);
        (Source, Evidence) = (form.Source, form.Evidence);
        _articles = [.. Enumerable.Range(0, ScoredField.All.Length).Select(field => CountIn(field))];
        Articles = _articles.Max();
    }

    /// <summary>The form; the words of a row with a space between.</summary>
    public string Text { get; }

    /// <summary>Its words: one, but for a row.</summary>
    public string[] Words { get; }

    /// <summary>How surely it answers for the word asked for, in (0, 1].</summary>
    public float Weight { get; }

    /// <summary>Why it is there.</summary>
    public FormReason Reason { get; }

    /// <summary>The lexicon it comes from; null where it comes from none.</summary>
    public string? Source { get; }

    /// <summary>How many articles taught it.</summary>
    public int Evidence { get; }

    /// <summary>How many articles hold it: the largest of the fields' counts, articles replaced but not yet merged away included; of a row how many hold its rarest word.</summary>
    public int Articles { get; }

    /// <summary>Looks a form up in a snapshot.</summary>
    public static BoundForm Bind(ConceptForm form, TextFields fields, IReadOnlyList<SnapshotSegment> segments)
    {
        var words = form.Text.Split(' ');
        var hashes = Array.ConvertAll(words, WordHash.Of);
        var places = new WordPlace[]?[segments.Count];
        Span<WordPlace> found = stackalloc WordPlace[ScoredField.All.Length];
        for (var segment = 0; segment < places.Length; segment++)
        {
            for (var word = 0; word < hashes.Length; word++)
            {
                found.Clear();
                segments[segment].Find(hashes[word], found);
                for (var field = 0; field < found.Length; field++)
                {
                    if (found[field].Count > 0 && (fields & ScoredField.All[field].Flag) != 0)
                        (places[segment] ??= new WordPlace[found.Length * words.Length])[(field * words.Length) + word] = found[field];
                }
            }
        }

        return new(form, words, places);
    }

    /// <summary>
    /// How many articles are reckoned to hold it in that field. A row stands in fewer articles than its rarest word does, and in more than if its words
    /// were strewn independently: the geometric mean of both is taken.
    /// </summary>
    /// <param name="field">The field's number.</param>
    /// <param name="articles">How many articles have the field.</param>
    public double ReckonedIn(int field, double articles)
    {
        if (Words.Length == 1)
            return _articles[field];
        var independent = articles;
        for (var word = 0; word < Words.Length; word++)
            independent *= Math.Min(1, CountIn(field, word) / articles);
        return Math.Sqrt(independent * _articles[field]);
    }

    /// <summary>The postings of its words in one field of one segment; null where it cannot be there.</summary>
    public BlockPostings[]? Postings(int field, SnapshotSegment segment)
    {
        if (_articles[field] == 0 || _places[segment.Number] is not { } places)
            return null;
        var words = places.AsSpan(field * Words.Length, Words.Length);
        var postings = new BlockPostings[words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Count == 0)
                return null;
            postings[word] = new(segment.Fields.Files, words[word]);
            postings[word].Fetch();
        }

        return postings;
    }

    /// <summary>Its postings in one field of one segment as Lucene enumerates them; null where there are none.</summary>
    public DocsEnum? Open(int field, AtomicReaderContext segment, IBits? live, bool positions)
    {
        if (_articles[field] == 0)
            return null;
        if (Words.Length == 1)
            return Seek(field, 0, segment) is not { } terms ? null : positions ? Positions(terms, live) : terms.Docs(live, null, DocsFlags.FREQS);
        var row = new DocsAndPositionsEnum[Words.Length];
        for (var word = 0; word < row.Length; word++)
        {
            if (Seek(field, word, segment) is not { } terms || Positions(terms, live) is not { } found)
                return null;
            row[word] = found;
        }

        return new RowPostings(row);
    }

    private static DocsAndPositionsEnum? Positions(TermsEnum terms, IBits? live) => terms.DocsAndPositions(live, null, DocsAndPositionsFlags.NONE);

    private TermsEnum? Seek(int field, int word, AtomicReaderContext segment)
    {
        var terms = segment.AtomicReader.GetTerms(ScoredField.All[field].Name)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(Words[word])) ? terms : null;
    }

    private int CountIn(int field)
    {
        var least = int.MaxValue;
        for (var word = 0; word < Words.Length; word++)
            least = Math.Min(least, CountIn(field, word));
        return least;
    }

    private int CountIn(int field, int word)
    {
        var sum = 0;
        foreach (var places in _places)
            sum += places is null ? 0 : places[(field * Words.Length) + word].Count;
        return sum;
    }
}
