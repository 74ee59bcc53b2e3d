using SearchService.Articles;

namespace SearchService.Engine.Tests.Storage;

/// <summary>Articles for tests: each has a word of its own, <c>शब्दN</c>, by which it can be found.</summary>
internal static class SomeArticles
{
    private static readonly string[] Words = "सरकार ने आज कहा कि नई योजना से किसानों को लाभ मिलेगा और राज्य में विकास की गति बढ़ेगी".Split(' ');

    public static Article One(int number, string? body = null, string? id = null) => new()
    {
        Id = id ?? $"a{number}",
        Headline = $"समाचार {number}",
        WebTitle = $"news item {number}",
        Body = body ?? $"शब्द{number} {string.Join(' ', Enumerable.Range(0, 30).Select(i => Words[(number + i * i) % Words.Length]))}",
        Category = number % 2 == 0 ? "विश्व" : "खेल",
        PublishedAt = new DateTimeOffset(2021, 4, 7, 14, 27, 42, new TimeSpan(5, 30, 0)).AddHours(number),
    };

    public static IEnumerable<ReadOutcome> Many(int count, int from = 0, string? text = null) => Enumerable.Range(from, count).Select(number => ReadOutcome.Of(One(number, text)));
}
