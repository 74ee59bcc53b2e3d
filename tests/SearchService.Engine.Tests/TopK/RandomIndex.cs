using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Articles;
using SearchService.Engine.Indexing;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Tests.TopK;

/// <summary>An index of random articles in several segments, some of them deleted: few words often, many seldom, one topic a stretch.</summary>
internal sealed class RandomIndex : IDisposable
{
    public const int Words = 400;
    public static readonly string[] Categories = ["विश्व", "खेल", "देश"];

    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;

    static RandomIndex() => ArchiveCodec.Register();

    public RandomIndex(int seed, params int[] segments)
    {
        var random = new Random(seed);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            Codec = new ArchiveCodec(),
            Similarity = new ArchiveSimilarity(),
            MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        };
        var sequences = Enumerable.Range(1, segments.Sum()).OrderBy(_ => random.Next()).ToArray();
        using (var writer = new IndexWriter(_directory, config))
        {
            var (mapper, at) = (new DocumentMapper(), 0);
            foreach (var segment in segments)
            {
                for (var i = 0; i < segment; i++, at++)
                {
                    writer.AddDocument(mapper.Map(Article(random, at), sequences[at]));
                    if (random.Next(5) == 0)
                        writer.DeleteDocuments(new Term(IndexFields.Id, $"{random.Next(at + 1)}"));
                }

                writer.Commit();
            }
        }

        _reader = DirectoryReader.Open(_directory);
        Searcher = new ArchiveSearcher(_reader);
    }

    public ArchiveSearcher Searcher { get; }

    public FieldStatistics Statistics => Searcher.Statistics;

    public static string Word(Random random) => $"w{(int)Math.Exp(random.NextDouble() * Math.Log(Words))}";

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static Article Article(Random random, int at) => new()
    {
        Id = $"{at}",
        Headline = Text(random, at, random.Next(6)),
        WebTitle = random.Next(3) == 0 ? Text(random, at, random.Next(5)) : "",
        Body = Text(random, at, random.Next(1, 1 << random.Next(1, 7))),
        Category = random.Next(4) == 0 ? null : Categories[random.Next(Categories.Length)],
        PublishedAt = random.Next(4) == 0 ? null : new DateTimeOffset(2000 + random.Next(20), 1 + random.Next(12), 1, 12, 0, 0, TimeSpan.Zero),
    };

    // Neighbouring articles speak of the same thing: bounds of blocks differ, and there is something to skip.
    private static string Text(Random random, int at, int words)
        => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(4) == 0 ? $"w{(at / 300 * 7) % Words}" : Word(random)));
}
