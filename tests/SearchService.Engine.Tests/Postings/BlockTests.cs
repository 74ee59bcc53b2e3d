using SearchService.Engine.Postings;
using Xunit;

namespace SearchService.Engine.Tests.Postings;

public class BlockTests
{
    [Fact]
    public void Blocks_of_any_count_and_density_come_back()
    {
        var random = new Random(41);
        for (var round = 0; round < 3000; round++)
        {
            var count = 1 + random.Next(Block.Size);
            var (farthest, most) = (1 << random.Next(1, 20), 1 << random.Next(0, 12));
            var (steps, more) = (new uint[count], new uint[count]);
            var documents = new int[count];
            var before = random.Next(-1, 1000);
            for (int i = 0, doc = before; i < count; i++)
            {
                (steps[i], more[i]) = ((uint)random.Next(farthest), (uint)random.Next(most));
                documents[i] = doc += (int)steps[i] + 1;
            }

            var bytes = new byte[Block.MostBytes];
            var written = Block.Write(steps, more, bytes);
            int[] found = new int[Block.Size], frequencies = new int[Block.Size];
            Block.ReadDocuments(bytes.AsSpan(0, written), count, before, found);
            Block.ReadFrequencies(bytes.AsSpan(0, written), count, frequencies);

            Assert.Equal(documents, found[..count]);
            Assert.Equal(more.Select(number => (int)number + 1), frequencies[..count]);
        }
    }

    [Fact]
    public void A_few_postings_take_a_few_bytes() =>
        Assert.Equal(3, Block.Write([5000], [0], new byte[Block.MostBytes]));

    [Fact]
    public void Positions_come_back_from_any_place()
    {
        var random = new Random(5);
        for (var bits = 0; bits <= 31; bits++)
        {
            var numbers = Enumerable.Range(0, 300).Select(_ => bits == 0 ? 0u : (uint)random.Next(1 << (bits - 1), int.MaxValue >> (31 - bits))).ToArray();
            var bytes = new byte[(4 * numbers.Length) + 16];
            PositionBits.Write(numbers, bytes);
            var positions = new PositionBits(bytes);
            for (var i = numbers.Length - 1; i >= 0; i -= 7)
                Assert.Equal((int)numbers[i], positions[i]);
        }
    }
}
