using SearchService.Engine.Stories;
using Xunit;

namespace SearchService.Engine.Tests.Stories;

public class StoryTableTests
{
    private readonly StoryTable _table = new();
    private readonly Random _random = new(7);
    private long _sequence;

    [Fact]
    public void CopiesJoinAndOthersDoNot()
    {
        var texts = Enumerable.Range(0, 300).Select(_ => Texts.Of(_random, _random.Next(40, 400))).ToArray();
        var originals = Array.ConvertAll(texts, Add);
        Assert.All(originals, original => Assert.Equal(0, _table.NumberOf(original)));

        var joined = texts.Zip(originals).Count(one => Add(Texts.Edited(_random, one.First, 0.2) + " " + Texts.Of(_random, 6)) is var copy && Story(copy) > 0 && Story(copy) == Story(one.Second));
        Assert.InRange(joined, 291, 300);
        Assert.Equal(joined, originals.Select(Story).Where(story => story > 0).Distinct().Count());
    }

    [Fact]
    public void StoriesDoNotRunOnFromCopyToCopy()
    {
        var text = Texts.Of(_random, 300);
        var first = Add(text);
        var members = new List<long> { first };
        for (var step = 0; step < 40; step++)
            members.Add(Add(text = Texts.Edited(_random, text, 0.1)));

        Assert.True(Story(members[1]) == Story(first) && Story(first) > 0);
        Assert.NotEqual(Story(first), Story(members[^1]));
        Assert.InRange(members.Select(Story).Distinct().Count(), 4, 40);
    }

    [Fact]
    public void LongerTextsOfOneShortOneStayApartIfTheyShareNothingElse()
    {
        var news = Texts.Of(_random, 60);
        var first = Add(news);
        var one = Add(news + " " + Texts.Of(_random, 400));
        var other = Add(news + " " + Texts.Of(_random, 400));

        Assert.NotEqual(0, Story(first));
        Assert.Equal(Story(first), Story(one));
        Assert.Equal(0, Story(other));
    }

    [Fact]
    public void RemovalsLeaveNoTrace()
    {
        var text = Texts.Of(_random, 200);
        var copies = Enumerable.Range(0, 5).Select(_ => Add(Texts.Edited(_random, text, 0.05))).ToArray();
        Assert.Single(copies.Select(Story).Distinct());

        _table.Remove(copies[0]);
        Assert.Equal(0, Story(copies[0]));
        Assert.Single(copies[1..].Select(Story).Distinct());
        Assert.NotEqual(0, Story(copies[1]));

        foreach (var copy in copies[2..])
            _table.Remove(copy);
        Assert.Equal(0, Story(copies[1]));
        Assert.Equal(1, _table.Articles);
        _table.Remove(12345);
        Assert.Equal(1, _table.Articles);

        var again = Add(text);
        Assert.NotEqual(0, Story(again));
        Assert.Equal(Story(again), Story(copies[1]));
    }

    [Fact]
    public void WhoseStoryChangesIsTouched()
    {
        var text = Texts.Of(_random, 100);
        var first = Add(text);
        Assert.Empty(_table.Touched);
        var second = Add(text);
        Assert.Equal([first], _table.Touched);
        _table.Touched.Clear();
        Add(text);
        Assert.Empty(_table.Touched);
        _table.Remove(second);
        Assert.Equal([second], _table.Touched);
    }

    [Fact]
    public void ManyArticlesAreFoundAgain()
    {
        var texts = Enumerable.Range(0, 6000).Select(_ => Texts.Of(_random, 40)).ToArray();
        var originals = Array.ConvertAll(texts, Add);
        var copies = Array.ConvertAll(texts, Add);

        Assert.InRange(originals.Zip(copies).Count(pair => Story(pair.First) > 0 && Story(pair.First) == Story(pair.Second)), 5980, 6000);
        Assert.InRange(originals.Select(Story).Distinct().Count(), 5980, 6000);
    }

    private int Story(long sequence) => _table.NumberOf(sequence);

    private long Add(string text)
    {
        _sequence += 3;
        _table.Add(_sequence, SignatureTests.Of(text));
        return _sequence;
    }
}
