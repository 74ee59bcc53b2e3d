using System.Text;
using SearchService.Engine.Inversion;
using Xunit;

namespace SearchService.Engine.Tests.Inversion;

public sealed class TermTableTests
{
    [Fact]
    public void Terms_are_numbered_counted_and_sorted_by_code_points()
    {
        var table = new TermTable();
        var random = new Random(5);
        for (var round = 0; round < 2; round++)
        {
            var counts = new Dictionary<string, int>();
            for (var at = 0; at < 20_000; at++)
            {
                var term = Term(random);
                counts[term] = counts.GetValueOrDefault(term) + 1;
                Assert.Equal(term, Encoding.UTF8.GetString(table.Of(table.Add(Encoding.UTF8.GetBytes(term)))));
            }

            Assert.Equal(counts.Count, table.Count);
            Assert.Equal(
                counts.OrderBy(term => Encoding.UTF32.GetBytes(term.Key), Comparer<byte[]>.Create(ByCodePoint)).Select(term => (term.Key, term.Value)),
                table.Sorted().Select(number => (Encoding.UTF8.GetString(table.Of(number)), table.CountOf(number))));
            table.Clear();
            Assert.Equal(0, table.Count);
        }
    }

    private static string Term(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => new Rune(random.Next(5) switch { 0 => 0x1F600, 1 => 0xFFFD, 2 => 'a' + random.Next(3), 3 => 0, _ => 0x915 + random.Next(9) }).ToString()));

    private static int ByCodePoint(byte[]? left, byte[]? right)
    {
        for (var at = 0; at < Math.Min(left!.Length, right!.Length); at += 4)
        {
            var difference = BitConverter.ToInt32(left, at).CompareTo(BitConverter.ToInt32(right, at));
            if (difference != 0)
                return difference;
        }

        return left!.Length.CompareTo(right!.Length);
    }
}
