using BenchmarkDotNet.Attributes;
using SearchService.Engine.Postings;
using SearchService.Engine.Ranking;
using SearchService.Engine.TopK;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What it costs to add the worths of a block of 128 postings, once it is read, to the sums of its window.</summary>
[MemoryDiagnoser]
public class SumKernels
{
    private const int Blocks = 256;
    private const int Documents = 1 << SegmentView.DenseBits;

    private readonly int[][] _documents = new int[Blocks][];
    private readonly int[][] _frequencies = new int[Blocks][];
    private readonly byte[] _norms = new byte[Documents];
    private readonly float[] _factors = new float[256];
    private readonly float[] _sums = new float[Documents];

    /// <summary>Of so many documents of the window one has the word, about.</summary>
    [Params(2, 8, 24)]
    public int OneIn { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(OneIn);
        var field = ScoredField.All[^1];
        foreach (ref var norm in _norms.AsSpan())
            norm = LengthNorm.Of(random.Next(20, 1_000));
        for (var norm = 0; norm < _factors.Length; norm++)
            _factors[norm] = field.Weight / (1 - field.LengthEffect + (field.LengthEffect * LengthNorm.LengthOf((byte)norm) / 400f));
        for (var block = 0; block < Blocks; block++)
        {
            // Anywhere in the window, as the blocks of several words are.
            var first = random.Next(Documents - (Block.Size * OneIn));
            _documents[block] = [.. Enumerable.Range(0, Block.Size).Select(at => first + (at * OneIn) + random.Next(OneIn))];
            _frequencies[block] = [.. Enumerable.Range(0, Block.Size).Select(_ => 1 + (int)(-1.5 * Math.Log(1 - random.NextDouble())))];
        }
    }

    [Benchmark(Description = "worths of 128 postings to sums", OperationsPerInvoke = Blocks)]
    public float Add()
    {
        for (var block = 0; block < Blocks; block++)
            Worths.Add(_documents[block], _frequencies[block], _norms, _factors, 0, 0.75f, _sums);
        return _sums[0];
    }
}
