using SearchService.Engine.Postings;
using Xunit;

namespace SearchService.Engine.Tests.Postings;

public class LanesTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Numbers_of_every_width_and_count_come_back(int bits)
    {
        var random = new Random(bits);
        for (var count = 1; count <= Block.Size; count++)
        {
            var numbers = Enumerable.Range(0, count).Select(_ => bits == 0 ? 0u : (uint)(random.NextInt64() & ((1L << bits) - 1))).ToArray();
            var packed = new byte[Lanes.Bytes(count, bits)];
            Assert.Equal(packed.Length, Lanes.Pack(numbers, bits, packed));

            var expected = numbers.Select(number => (int)(number + 1)).ToArray();
            int[] vectors = new int[Block.Size], scalars = new int[Block.Size];
            Lanes.Unpack(packed, count, bits, vectors);
            Lanes.UnpackOneByOne(packed, count, bits, scalars);
            Assert.Equal(expected, vectors[..count]);
            Assert.Equal(expected, scalars[..count]);

            Lanes.UnpackSums(packed, count, bits, 77, vectors);
            Lanes.SumOneByOne(scalars.AsSpan(0, count), 77);
            Assert.Equal(scalars[..count], vectors[..count]);
        }
    }

    [Fact]
    public void What_is_cut_short_is_not_read()
    {
        var packed = new byte[Lanes.Bytes(128, 9)];
        Assert.ThrowsAny<ArgumentException>(() => Lanes.Unpack(packed.AsSpan(0, packed.Length - 1), 128, 9, new int[128]));
        Assert.ThrowsAny<ArgumentException>(() => Lanes.Unpack(packed, 128, 9, new int[124]));
    }
}
