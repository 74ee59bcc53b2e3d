using BenchmarkDotNet.Attributes;
using SearchService.Engine.TopK;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What a window of 4,096 documents costs once a concept's worths are summed up: to make scores of the sums, and to find the good ones.</summary>
[MemoryDiagnoser]
public class WindowKernels
{
    // In turn, so that it is not foreseen where the sums are that are not 0; these, their strengths and the totals fit the second cache.
    private const int Windows = 8;
    private const int Documents = 1 << SegmentView.DenseBits;
    private const float Rarity = 3.5f;

    private readonly float[][] _sums = new float[Windows][];
    private readonly float[][] _strengths = new float[Windows][];
    private readonly float[] _totals = new float[Documents];
    private readonly ulong[] _set = new ulong[Documents / 64];

    /// <summary>How many documents in a hundred have the concept.</summary>
    [Params(1, 10, 100)]
    public int Percent { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(Percent);
        for (var window = 0; window < Windows; window++)
        {
            (_sums[window], _strengths[window]) = (new float[Documents], new float[Documents]);
            for (var document = 0; document < Documents; document++)
            {
                if (random.Next(100) < Percent)
                    (_sums[window][document], _strengths[window][document]) = (0.1f + (3 * random.NextSingle()), random.Next(2) == 0 ? 1 : 0.5f);
            }
        }
    }

    [Benchmark(Description = "sums of a window to scores", OperationsPerInvoke = Windows)]
    public float Saturate()
    {
        foreach (var sums in _sums)
            Saturation.Add(sums, default, Rarity, _totals, first: true);
        return _totals[0];
    }

    [Benchmark(Description = "the same, some forms of less weight", OperationsPerInvoke = Windows)]
    public float SaturateDoubtful()
    {
        for (var window = 0; window < Windows; window++)
            Saturation.Add(_sums[window], _strengths[window], Rarity, _totals, first: true);
        return _totals[0];
    }

    [Benchmark(Description = "those of a window that are good enough", OperationsPerInvoke = Windows)]
    public ulong FindBest()
    {
        var found = 0UL;
        foreach (var sums in _sums)
        {
            WindowSet.AtLeast(sums, 3, _set);
            found ^= _set[0];
        }

        return found;
    }
}
