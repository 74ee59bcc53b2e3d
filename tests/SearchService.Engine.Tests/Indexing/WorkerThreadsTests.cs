using SearchService.Engine.Indexing;
using Xunit;

namespace SearchService.Engine.Tests.Indexing;

public sealed class WorkerThreadsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_item_is_worked_on_once_before_the_call_returns(int threads)
    {
        var counts = new int[1_000];
        using var workers = new WorkerThreads<int>(threads, item => Interlocked.Increment(ref counts[item]));
        for (var round = 1; round <= 50; round++)
        {
            workers.Do([.. Enumerable.Range(0, round * 20)]);
            Assert.Equal(Enumerable.Range(0, 1_000).Sum(item => Math.Max(0, round - (item / 20))), counts.Sum());
        }

        workers.Do([]);
    }

    [Fact]
    public void A_fault_reaches_the_caller_and_the_threads_go_on_with_the_next_list()
    {
        var done = 0;
        using var workers = new WorkerThreads<int>(3, item =>
        {
            if (item == 7)
                throw new InvalidDataException("seven");
            Interlocked.Increment(ref done);
        });

        Assert.Equal("seven", Assert.Throws<InvalidOperationException>(() => workers.Do([.. Enumerable.Range(0, 100)])).InnerException!.Message);
        done = 0;
        workers.Do([.. Enumerable.Range(10, 100)]);
        Assert.Equal(100, done);
    }
}
