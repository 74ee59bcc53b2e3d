using BenchmarkDotNet.Attributes;
using SearchService.Engine.Postings;

namespace SearchService.Benchmarks.Kernels;

/// <summary>What a full block of 128 postings costs to read, with vectors as it is read and one by one as machines without them do it.</summary>
[MemoryDiagnoser]
public class DecodeKernels
{
    // Many different ones, so that no jump is foreseen because it was seen before; they fit the second cache, as what is read by a search mostly does.
    private const int Blocks = 256;

    private readonly byte[][] _packed = new byte[Blocks][];
    private readonly int[] _numbers = new int[Block.Size];

    /// <summary>Bits of a number: frequencies mostly take up to 3, steps from document to document 3 in a frequent word and 11 in a rare one.</summary>
    [Params(1, 3, 7, 11)]
    public int Bits { get; set; }

    /// <summary>Makes the blocks.</summary>
    /// <exception cref="InvalidOperationException">The two ways do not give the same.</exception>
    [GlobalSetup]
    public void Pack()
    {
        var random = new Random(Bits);
        var numbers = new uint[Block.Size];
        for (var block = 0; block < Blocks; block++)
        {
            foreach (ref var number in numbers.AsSpan())
                number = (uint)random.Next(1 << Bits);
            _packed[block] = new byte[Lanes.Bytes(Block.Size, Bits)];
            Lanes.Pack(numbers, Bits, _packed[block]);
            CheckSame(_packed[block]);
        }
    }

    [Benchmark(Description = "128 documents, vectors", OperationsPerInvoke = Blocks)]
    public int Documents()
    {
        var last = 0;
        foreach (var packed in _packed)
        {
            Lanes.UnpackSums(packed, Block.Size, Bits, -1, _numbers);
            last ^= _numbers[^1];
        }

        return last;
    }

    [Benchmark(Description = "128 documents, one by one", OperationsPerInvoke = Blocks)]
    public int DocumentsOneByOne()
    {
        var last = 0;
        foreach (var packed in _packed)
        {
            SumsOneByOne(packed, _numbers);
            last ^= _numbers[^1];
        }

        return last;
    }

    [Benchmark(Description = "128 frequencies, vectors", OperationsPerInvoke = Blocks)]
    public int Frequencies()
    {
        var last = 0;
        foreach (var packed in _packed)
        {
            Lanes.Unpack(packed, Block.Size, Bits, _numbers);
            last ^= _numbers[^1];
        }

        return last;
    }

    [Benchmark(Description = "128 frequencies, one by one", OperationsPerInvoke = Blocks)]
    public int FrequenciesOneByOne()
    {
        var last = 0;
        foreach (var packed in _packed)
        {
            Lanes.UnpackOneByOne(packed, Block.Size, Bits, _numbers);
            last ^= _numbers[^1];
        }

        return last;
    }

    private void SumsOneByOne(byte[] packed, int[] sums)
    {
        Lanes.UnpackOneByOne(packed, Block.Size, Bits, sums);
        Lanes.SumOneByOne(sums, -1);
    }

    private void CheckSame(byte[] packed)
    {
        int[] vectors = new int[Block.Size], scalars = new int[Block.Size];
        Lanes.Unpack(packed, Block.Size, Bits, vectors);
        Lanes.UnpackOneByOne(packed, Block.Size, Bits, scalars);
        var same = vectors.AsSpan().SequenceEqual(scalars);
        Lanes.UnpackSums(packed, Block.Size, Bits, -1, vectors);
        SumsOneByOne(packed, scalars);
        if (!same || !vectors.AsSpan().SequenceEqual(scalars))
            throw new InvalidOperationException($"Numbers of {Bits} bits are not the same with vectors and one by one.");
    }
}
