using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;
using Xunit;

namespace SearchService.Engine.Tests.Postings;

/// <summary>Random indexes written by Lucene's own codec and by ours: every enumeration must tell the same.</summary>
public class BlockPostingsFormatTests
{
    static BlockPostingsFormatTests() => ArchiveCodec.Register();

    [Theory]
    [InlineData(1, 40, 7)]
    [InlineData(2, 700, 60)]
    [InlineData(3, 3000, 400)]
    [InlineData(4, 3000, 5000)]
    public void Every_posting_is_where_lucenes_own_format_has_it(int seed, int documents, int flushAt)
    {
        using var expected = Write(new Lucene46Codec(), seed, documents, flushAt);
        using var actual = Write(new ArchiveCodec(), seed, documents, flushAt);
        using var one = DirectoryReader.Open(expected);
        using var other = DirectoryReader.Open(actual);

        Assert.True(new CheckIndex(actual).DoCheckIndex().Clean);
        Assert.Equal(one.Leaves.Count, other.Leaves.Count);
        for (var leaf = 0; leaf < one.Leaves.Count; leaf++)
            SameSegment(one.Leaves[leaf].AtomicReader, other.Leaves[leaf].AtomicReader, new Random(seed));
    }

    [Fact]
    public void Impacts_cover_every_block_after_flush_and_merge()
    {
        using var directory = Write(new ArchiveCodec(), 9, 9000, 2000);
        using var reader = DirectoryReader.Open(directory);
        var (blocks, bounds) = (0, 0f);
        foreach (var leaf in reader.Leaves)
        {
            var fields = (BlockFields)((SegmentReader)leaf.AtomicReader).Fields;
            var lengths = (FieldLengths)leaf.AtomicReader.GetNormValues("text");
            var factors = Enumerable.Range(0, 256).Select(norm => 1 / (0.7f + (0.3f * LengthNorm.LengthOf((byte)norm) / 11))).ToArray();
            foreach (var postings in BlockTable.Read(fields.Files).SelectMany(table => table.Words(fields.Files)))
            {
                for (var block = 0; block < postings.Blocks; block++, blocks++)
                {
                    int[] documents = new int[Block.Size], frequencies = new int[Block.Size];
                    var count = postings.ReadDocuments(block, documents);
                    postings.ReadFrequencies(block, frequencies);
                    var best = Enumerable.Range(0, count).Max(i => frequencies[i] * factors[lengths.Norms[documents[i]]]);

                    Assert.Equal(documents[count - 1], postings.LastDocuments[block]);
                    Assert.InRange(lengths.Impacts(postings)[block].Bound(factors), best, 2 * best);
                    bounds += lengths.Impacts(postings)[block].Bound(factors) / best;
                }
            }
        }

        Assert.True(blocks > 100, $"only {blocks} blocks were compared");
        Assert.InRange(bounds / blocks, 1, 1.1f);
    }

    private static void SameSegment(AtomicReader one, AtomicReader other, Random random)
    {
        foreach (var field in one.Fields)
        {
            var terms = one.GetTerms(field).GetEnumerator();
            var others = other.GetTerms(field).GetEnumerator();
            while (terms.MoveNext())
            {
                Assert.True(others.MoveNext());
                Assert.Equal(terms.Term, others.Term);
                Assert.Equal((terms.DocFreq, terms.TotalTermFreq), (others.DocFreq, others.TotalTermFreq));
                Same(terms.Docs(one.LiveDocs, null), others.Docs(other.LiveDocs, null), positions: false, random, skip: false);
                if (terms.DocsAndPositions(one.LiveDocs, null) is not { } positions)
                    continue;
                Same(positions, others.DocsAndPositions(other.LiveDocs, null), positions: true, random, skip: false);
                Same(terms.DocsAndPositions(null, null), others.DocsAndPositions(null, null), positions: true, random, skip: true);
            }

            Assert.False(others.MoveNext());
        }

        var (norms, otherNorms) = (one.GetNormValues("text"), other.GetNormValues("text"));
        for (var document = 0; document < one.MaxDoc; document++)
            Assert.Equal((byte)norms.Get(document), (byte)otherNorms.Get(document));
    }

    private static void Same(DocsEnum one, DocsEnum other, bool positions, Random random, bool skip)
    {
        while (true)
        {
            var target = one.DocID + 1 + (skip ? random.Next(1 << random.Next(1, 12)) : 0);
            var found = skip ? one.Advance(target) : one.NextDoc();
            Assert.Equal(found, skip ? other.Advance(target) : other.NextDoc());
            if (found == DocIdSetIterator.NO_MORE_DOCS)
                return;
            Assert.Equal((one.DocID, one.Freq), (other.DocID, other.Freq));
            if (!positions || random.Next(3) == 0)
                continue;
            for (var i = random.Next(one.Freq + 1); i > 0; i--)
                Assert.Equal(((DocsAndPositionsEnum)one).NextPosition(), ((DocsAndPositionsEnum)other).NextPosition());
        }
    }

    private static RAMDirectory Write(Codec codec, int seed, int documents, int flushAt)
    {
        var directory = new RAMDirectory();
        var random = new Random(seed);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            Codec = codec,
            Similarity = new ArchiveSimilarity(),
            MaxBufferedDocs = Math.Max(2, flushAt),
            RAMBufferSizeMB = IndexWriterConfig.DISABLE_AUTO_FLUSH,
            MergePolicy = new LogDocMergePolicy { MergeFactor = 3, NoCFSRatio = seed % 2 },
            MergeScheduler = new SerialMergeScheduler(),
        };
        using var writer = new IndexWriter(directory, config);
        var text = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
        for (var id = 0; id < documents; id++)
        {
            var document = new Document { new StringField("id", $"{id}", Field.Store.NO) };
            if (random.Next(9) > 0)
                document.Add(new Field("text", new RandomWords(random), text));
            writer.AddDocument(document);
            if (random.Next(4) == 0)
                writer.DeleteDocuments(new Term("id", $"{random.Next(id + 1)}"));
        }

        return directory;
    }

    /// <summary>Few words often and many seldom; some stand on the position of the word before, some far behind it.</summary>
    private sealed class RandomWords : TokenStream
    {
        private readonly Random _random;
        private readonly ICharTermAttribute _word;
        private readonly IPositionIncrementAttribute _step;
        private int _left;
        private bool _begun;

        public RandomWords(Random random)
        {
            (_random, _left) = (random, random.Next(1, 1 << random.Next(1, 8)));
            _word = AddAttribute<ICharTermAttribute>();
            _step = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            if (_left-- == 0)
                return false;
            ClearAttributes();
            _word.SetEmpty().Append($"w{(int)Math.Exp(_random.NextDouble() * 8)}");
            _step.PositionIncrement = _random.Next(20) switch { 0 => _begun ? 0 : 1, 1 => 1 + _random.Next(500), _ => 1 };
            _begun = true;
            return true;
        }
    }
}
