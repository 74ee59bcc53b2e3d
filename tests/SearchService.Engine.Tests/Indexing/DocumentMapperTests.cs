using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Ranking;
using SearchService.Engine.Tests.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class DocumentMapperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexedStore _archive;

    public DocumentMapperTests() => _archive = IndexedStore.Open(_folder.Options, null);

    public void Dispose()
    {
        _archive.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Values_are_kept_as_they_are_shown_and_filtered_by_what_their_spellings_share()
    {
        using var snapshot = Indexed(new() { Id = "1", Body = "पाठ", Agency = " (PTI-Bhasha) ", Category = "ख़बर", Place = "", Byline = "By-line, " });
        var segment = snapshot.Searcher.IndexReader.Leaves[0].AtomicReader;

        Assert.Equal("PTI-Bhasha", Value(segment, IndexFields.Agency));
        Assert.Equal("ख़बर".Normalize(), Value(segment, IndexFields.Category));
        Assert.Equal("By-line", Value(segment, IndexFields.Byline));
        Assert.Equal(1, segment.DocFreq(new Term("agency.exact", "भाषा")));
        Assert.Equal(1, segment.DocFreq(new Term("category.exact", "खबर")));
        Assert.Equal(1, segment.DocFreq(new Term("byline.exact", "by line")));
        Assert.Null(segment.GetSortedDocValues(IndexFields.Place));
    }

    [Fact]
    public void A_date_is_in_seconds_and_its_year_is_that_of_the_papers_calendar()
    {
        using var snapshot = Indexed(new() { Id = "1", Body = "पाठ", PublishedAt = new DateTimeOffset(2021, 12, 31, 19, 0, 0, TimeSpan.Zero) });
        var segment = snapshot.Searcher.IndexReader.Leaves[0].AtomicReader;

        Assert.Equal(1_640_977_200, segment.GetNumericDocValues(IndexFields.Date).Get(0));
        Assert.Equal("2022", Value(segment, IndexFields.Year));
        Assert.Equal(1, segment.DocFreq(new Term("year.exact", "2022")));
        Assert.Equal(1, snapshot.Searcher.Search(NumericRangeQuery.NewInt64Range(IndexFields.Date, 1_640_977_200, null, true, true), 1).TotalHits);
        Assert.Equal(0, snapshot.Searcher.Search(NumericRangeQuery.NewInt64Range(IndexFields.Date, 1_640_977_201, null, true, true), 1).TotalHits);
    }

    [Fact]
    public void Without_a_date_there_is_neither_date_nor_year()
    {
        _archive.Put(SomeArticles.One(1));
        using var snapshot = Indexed(new() { Id = "2", Body = "पाठ" });
        var segment = snapshot.Searcher.IndexReader.Leaves[^1].AtomicReader;

        Assert.False(segment.GetDocsWithField(IndexFields.Date)?.Get(segment.MaxDoc - 1) ?? false);
        Assert.Equal(-1, segment.GetSortedDocValues(IndexFields.Year)?.GetOrd(segment.MaxDoc - 1) ?? -1);
    }

    [Fact]
    public void The_whole_of_a_compound_stands_where_its_first_part_does_and_counts_no_length()
    {
        using var snapshot = Indexed(new() { Id = "1", Body = "एक भारत-रूस संबंध" });
        var segment = snapshot.Searcher.IndexReader.Leaves[0].AtomicReader;

        Assert.Equal([1, 1, 2, 3], [Position(segment, "भारत-रूस"), Position(segment, "भारत"), Position(segment, "रूस"), Position(segment, "संबंध")]);
        Assert.Equal(4, LengthNorm.LengthOf((byte)segment.GetNormValues(IndexFields.Body).Get(0)));
    }

    [Fact]
    public void Text_without_words_is_no_field()
    {
        using var snapshot = Indexed(new() { Id = "1", Body = "पाठ", WebTitle = "" });

        Assert.Null(snapshot.Searcher.IndexReader.Leaves[0].AtomicReader.GetTerms(IndexFields.WebTitle));
    }

    [Fact]
    public void Words_ids_and_values_of_any_length_are_taken()
    {
        var id = new string('क', 4_000);
        using var snapshot = Indexed(new() { Id = id, Body = new string('ख', 100_000), Category = new string('ग', 40_000) });

        Assert.Equal(1, snapshot.Searcher.Search(new TermQuery(new Term(IndexFields.Id, id)), 1).TotalHits);
        Assert.Equal(FilterValue.MostCharacters, Value(snapshot.Searcher.IndexReader.Leaves[0].AtomicReader, IndexFields.Category)!.Length);
        Assert.Empty(_archive.Verify(null, TestContext.Current.CancellationToken).Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void An_id_that_cannot_be_kept_is_an_argument_out_of_place(string id) =>
        Assert.Throws<ArgumentException>(() => _archive.Put(SomeArticles.One(1, id: id)));

    [Fact]
    public void Half_a_surrogate_pair_and_an_overlong_id_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _archive.Put(SomeArticles.One(1, id: "a\uD834")));
        Assert.Throws<ArgumentException>(() => _archive.Put(SomeArticles.One(1, id: new string('x', 4_001))));
    }

    private IndexSnapshot Indexed(Article article)
    {
        _archive.Put(article);
        _archive.Refresh();
        var snapshot = _archive.Acquire();
        Assert.Equal(article.Id, snapshot.Searcher.Doc(snapshot.Searcher.IndexReader.MaxDoc - 1).Get(IndexFields.Id, CultureInfo.InvariantCulture));
        return snapshot;
    }

    private static string? Value(AtomicReader segment, string field)
    {
        var value = new BytesRef();
        segment.GetSortedDocValues(field).Get(0, value);
        return value.Utf8ToString();
    }

    private static int Position(AtomicReader segment, string word)
    {
        var positions = segment.GetTermPositionsEnum(new Term(IndexFields.Body, word));
        positions.NextDoc();
        return positions.NextPosition();
    }
}
