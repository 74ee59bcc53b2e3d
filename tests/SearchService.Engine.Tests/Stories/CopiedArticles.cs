using SearchService.Articles;

namespace SearchService.Engine.Tests.Stories;

/// <summary>Archives with copies in them, made from a seed.</summary>
internal static class CopiedArticles
{
    /// <summary>The words to search for.</summary>
    public static readonly string[] Words = ["रूस", "चीन", "जापान", "नेपाल"];

    /// <summary>Articles of one to five copies, in an order that mixes them, with words to search for strewn in.</summary>
    public static (Article[] Articles, Dictionary<string, int> Stories) Of(Random random)
    {
        var articles = new List<Article>();
        var stories = new Dictionary<string, int>();
        for (var story = 0; story < 80; story++)
        {
            var text = Texts.Of(random, random.Next(60, 200));
            for (var copy = random.Next(3) == 0 ? random.Next(1, 6) : 1; copy > 0; copy--)
            {
                var id = $"a{articles.Count}";
                stories.Add(id, story);
                articles.Add(new()
                {
                    Id = id,
                    Headline = Words[random.Next(Words.Length)],
                    Body = text + " " + string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Words[random.Next(Words.Length)])),
                    Category = Words[random.Next(2)],
                    Agency = random.Next(4) == 0 ? null : Words[random.Next(3)],
                    PublishedAt = random.Next(9) == 0 ? null : new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(random.Next(30)),
                });
            }
        }

        var mixed = articles.ToArray();
        random.Shuffle(mixed);
        return (mixed, stories);
    }
}
