using SearchService.Articles;

namespace SearchService.Engine.Tests;

/// <summary>Small archives and queries of few words, so that random queries find something, made from a seed.</summary>
internal static class RandomArchives
{
    public static readonly string[] Vocabulary = ["रूस", "चीन", "जापान", "नेपाल", "भूटान", "ईरान", "visit", "talks"];

    private static readonly string?[] Categories = ["विश्व", "देश", "खेल", null];

    /// <summary>Articles of several years, some without a date, some dated at another offset near midnight.</summary>
    public static Article[] Articles(int seed, int count, int bodyWords)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Article
        {
            Id = $"a{i}",
            Headline = Text(random, 1, 4),
            WebTitle = Text(random, 0, 3),
            Body = Text(random, 0, bodyWords),
            Category = Categories[random.Next(Categories.Length)],
            PublishedAt = random.Next(8) == 0 ? null : Time(random),
            UpdatedAt = random.Next(8) == 0 ? Time(random) : null,
        })];
    }

    /// <summary>A query of words as printed, nested up to a depth, with filters by category in it or none.</summary>
    public static string Query(Random random, int depth, bool withFilters = true)
    {
        string Word() => "=" + Vocabulary[random.Next(Vocabulary.Length)];
        string Phrase() => $"=\"{Word()[1..]} {Word()[1..]}\"";
        return depth == 0 ? Word() : random.Next(withFilters ? 10 : 9) switch
        {
            0 => Word(),
            1 => Phrase(),
            2 => $"({Query(random, depth - 1, withFilters)} AND {Query(random, depth - 1, withFilters)})",
            3 => $"({Query(random, depth - 1, withFilters)} OR {Query(random, depth - 1, withFilters)})",
            4 => $"({Query(random, depth - 1, withFilters)} NOT {Word()})",
            5 => $"(+{Word()} {Word()} -{Word()})",
            6 => $"({Word()} NEAR/{random.Next(1, 4)} {Phrase()})",
            7 => $"{(random.Next(2) == 0 ? "headline" : "body")}:({Query(random, depth - 1, withFilters)})",
            9 => $"({Query(random, depth - 1, withFilters)} OR (category:{Categories[random.Next(3)]} AND {Word()}))",
            _ => $"({Word()} {Word()} {Phrase()})",
        };
    }

    private static DateTimeOffset Time(Random random)
    {
        var offset = new[] { TimeSpan.FromMinutes(330), TimeSpan.Zero, TimeSpan.FromHours(-8) }[random.Next(3)];
        return new DateTimeOffset(2019, 11, 1, 0, 0, 0, offset).AddDays(random.Next(500)).AddMinutes(random.Next(1440));
    }

    /// <summary>So many words, at least and at most.</summary>
    public static string Text(Random random, int least, int most)
        => string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
