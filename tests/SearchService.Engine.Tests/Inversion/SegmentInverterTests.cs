using System.Text;
using FsCheck.Fluent;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Inversion;
using SearchService.Engine.Ranking;
using Xunit;

namespace SearchService.Engine.Tests.Inversion;

public sealed class SegmentInverterTests
{
    private static readonly string[] Words =
    [
        "भारत", "भारत-रूस", "नई-नई-नई", "lavrov's", "A.P.J.", "१०", "1,00,000", "क\u200dष", "कि", "की", "𑀓𑀔", "ﷺ", "\uFFFD", "é", "e\u0301", "-", "।", "\ud83d\ude00", "z",
        new string('क', 700), "ab-cd", "भारत",
    ];

    [Fact]
    public void Documents_are_indexed_as_Lucene_indexes_them() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var articles = Articles(new Random(seed));
            Assert.Equal(Dump(articles, ByLucene), Dump(articles, ByInversion));
        }).QuickCheckThrowOnFailureWith(60);

    [Fact]
    public void It_is_used_again_after_it_was_cleared()
    {
        var segment = new SegmentInverter(new ArchiveSimilarity());
        var first = Articles(new Random(1));
        var second = Articles(new Random(2));
        Dump(first, (writer, articles) => Add(writer, articles, segment));
        segment.Clear();

        Assert.Equal((0, 0L), (segment.Documents, segment.Size));
        Assert.Equal(Dump(second, ByLucene), Dump(second, (writer, articles) => Add(writer, articles, segment)));
    }

    [Fact]
    public void What_it_would_index_otherwise_than_Lucene_it_refuses()
    {
        var segment = new SegmentInverter(new ArchiveSimilarity());

        Assert.Throws<NotSupportedException>(() => segment.Add([new StringField("id", "a", Field.Store.NO), new StringField("id", "b", Field.Store.NO)]));
        Assert.Throws<NotSupportedException>(() => segment.Add([new SortedSetDocValuesField("value", new("a"u8.ToArray()))]));
        Assert.Throws<ArgumentException>(() => segment.Add([new StringField("term", new string('a', 40_000), Field.Store.NO)]));
    }

    private static void ByLucene(IndexWriter writer, Article[] articles)
    {
        var mapper = new DocumentMapper();
        for (var number = 0; number < articles.Length; number++)
            writer.AddDocument(mapper.Map(articles[number], number));
    }

    private static void ByInversion(IndexWriter writer, Article[] articles) => Add(writer, articles, new(new ArchiveSimilarity()));

    private static void Add(IndexWriter writer, Article[] articles, SegmentInverter segment)
    {
        var mapper = new DocumentMapper();
        for (var number = 0; number < articles.Length; number++)
            segment.Add(mapper.Map(articles[number], number));
        using var reader = new InvertedReader(segment);
        writer.AddIndexes(reader);
    }

    private static string Text(Random random, int most) => string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => Words[random.Next(Words.Length)]));

    private static Article[] Articles(Random random) => [.. Enumerable.Range(0, random.Next(1, 40)).Select(number => new Article
    {
        Id = $"id{number}",
        Headline = Text(random, 8),
        WebTitle = Text(random, 5),
        Body = Text(random, 60),
        Category = random.Next(3) == 0 ? null : Words[random.Next(Words.Length)],
        Agency = random.Next(9) == 0 ? "PTI" : null,
        PublishedAt = random.Next(4) == 0 ? null : DateTimeOffset.UnixEpoch.AddMinutes(random.Next()),
    })];

    private static string Dump(Article[] articles, Action<IndexWriter, Article[]> index)
    {
        using var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new(IndexFields.Lucene, analyzer: null) { Similarity = new ArchiveSimilarity() });
        index(writer, articles);
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var segment = Assert.Single(reader.Leaves).AtomicReader;
        var dump = new StringBuilder();
        foreach (var name in segment.FieldInfos.Select(info => info.Name).Order(StringComparer.Ordinal))
            Dump(segment, name, dump);
        return dump.ToString();
    }

    private static void Dump(AtomicReader segment, string name, StringBuilder dump)
    {
        var info = segment.FieldInfos.FieldInfo(name);
        Line(dump, $"{name} {info.IsIndexed} {info.IndexOptions} {info.OmitsNorms} {info.DocValuesType} {info.NormType}");
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            Part(dump, $"{segment.GetNormValues(name)?.Get(document)} {segment.GetDocsWithField(name)?.Get(document)} {segment.Document(document).GetField(name)?.GetStringValue(System.Globalization.CultureInfo.InvariantCulture)}");
            if (info.DocValuesType == DocValuesType.NUMERIC)
                Part(dump, $" {segment.GetNumericDocValues(name).Get(document)}");
            if (info.DocValuesType == DocValuesType.SORTED)
                Part(dump, $" {segment.GetSortedDocValues(name).GetOrd(document)}");
            dump.AppendLine();
        }

        if (segment.GetTerms(name) is not { } terms)
            return;
        Line(dump, $"{terms.DocCount} {terms.SumDocFreq} {terms.SumTotalTermFreq}");
        var term = terms.GetEnumerator();
        while (term.MoveNext())
        {
            Line(dump, $"{term.Term} {term.DocFreq} {term.TotalTermFreq}");
            if (term.DocsAndPositions(null, null) is { } positions)
            {
                while (positions.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    Line(dump, $"{positions.DocID}: {string.Join(' ', Enumerable.Range(0, positions.Freq).Select(_ => positions.NextPosition()))}");
                continue;
            }

            var documents = term.Docs(null, null);
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                Line(dump, $"{documents.DocID}");
        }
    }

    private static void Line(StringBuilder dump, FormattableString text) => dump.AppendLine(FormattableString.Invariant(text));

    private static void Part(StringBuilder dump, FormattableString text) => dump.Append(FormattableString.Invariant(text));
}
