using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Comparisons;
using SearchService.Language.Tokenization;
using Xunit;

namespace SearchService.Engine.Tests.Comparisons;

public class ArchiveComparisonTests
{
    [Fact]
    public void PartsAddUpToTheHitsAndKeynessIsThatOfAPlainCount()
    {
        var articles = RandomArchives.Articles(29, 160, 40);
        using var archive = new TestArchive(articles[..100]);
        archive.Add(articles[100..]);
        foreach (var gone in articles.Where((_, i) => i % 15 == 0))
            archive.Archive.Delete(gone.Id);
        archive.Archive.Refresh();
        var kept = articles.Where((_, i) => i % 15 != 0).ToArray();

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var (first, second) = (RandomArchives.Query(random, 2), random.Next(6) == 0 ? "" : RandomArchives.Query(random, 2));
            string[] categories = random.Next(3) == 0 ? ["विश्व", "खेल"] : [];
            var overlap = random.Next(2) == 0 ? "in" : "out";
            var response = Compare(archive, [first, second], p => p with { Overlap = overlap, Spellings = "split", MinFrequency = "1", StopWords = "in", Words = "500", Search = new() { Category = categories } });
            var (one, other) = (Found(first), Found(second));
            var both = one.Intersect(other).ToHashSet();
            return (response.First.Total == one.Count && response.Second.Total == other.Count && response.Both.Articles == both.Count
                && response.First.Alone.Articles == one.Except(other).Count() && response.Second.Alone.Articles == other.Except(one).Count()
                && response.First.Alone.Hits.All(hit => one.Contains(hit.Id) && !other.Contains(hit.Id))
                && response.Second.Alone.Hits.All(hit => other.Contains(hit.Id) && !one.Contains(hit.Id))
                && response.Both.Hits.All(hit => both.Contains(hit.Id))
                && response.Both.Hits.Count == Math.Min(5, both.Count)
                && AreThoseOfAScan(response.Words, Counted(one, other, overlap), Counted(other, one, overlap), kept))
                .Label($"{first} | {second} | {overlap} | {string.Join(' ', categories)}");

            HashSet<string> Found(string query) => [.. archive.Search(query, p => p with { PageSize = "100", Category = categories }).Hits.Select(hit => hit.Id),
                .. archive.Search(query, p => p with { PageSize = "100", Page = "2", Category = categories }).Hits.Select(hit => hit.Id)];
        }).QuickCheckThrowOnFailureWith(200);
    }

    [Fact]
    public void InflectionsAndSpellingsAreOneWordUnderItsMostPrintedForm()
    {
        using var archive = new TestArchive(
            [.. Enumerable.Range(0, 12).Select(i => new Article { Id = $"f{i}", Body = i % 3 == 0 ? "सूखा किसान की फ़सल" : "सूखा किसानों की फसलें" }),
            .. Enumerable.Range(0, 12).Select(i => new Article { Id = $"s{i}", Body = "बाढ़ नदी की नाव" })]);

        var folded = Compare(archive, ["=सूखा", "=बाढ़"]);
        var split = Compare(archive, ["=सूखा", "=बाढ़"], p => p with { Spellings = "split", MinFrequency = "1" });

        var farmer = folded.Words.First.Listed.Single(word => word.Word == "किसानों");
        Assert.Equal((12, 0), (farmer.Count, farmer.OtherCount));
        Assert.Equal([new KeyWordForm("किसानों", 8, 0), new KeyWordForm("किसान", 4, 0)], farmer.Forms);
        Assert.Equal(["किसानों", "फसलें", "सूखा"], folded.Words.First.Listed.Select(word => word.Word).Order(StringComparer.Ordinal));
        Assert.Equal(["किसानों", "फसलें"], split.Words.First.Listed.Select(word => word.Word).Where(word => word != "सूखा").Order(StringComparer.Ordinal));
        Assert.All(folded.Words.First.Listed.Concat(folded.Words.Second.Listed), word => Assert.Equal(word.Count, word.Forms.Sum(form => form.Count)));
        // की is grammar, and as frequent on both sides.
        Assert.DoesNotContain(folded.Words.First.Listed, word => word.Forms.Any(form => form.Text == "की"));
    }

    [Fact]
    public void FormsOfOneWordAreListedOnceAndAddUp()
    {
        var random = new Random(3);
        string[][] lemmas = [["किसान", "किसानों"], ["नदी", "नदियाँ", "नदियों"], ["हिन्दी", "हिंदी"], ["लड़का", "लड़के", "लड़कों"], ["सरकार", "सरकारें"]];
        var articles = Enumerable.Range(0, 120).Select(i => new Article
        {
            Id = $"{i}",
            Headline = i % 2 == 0 ? "रूस" : "चीन",
            // The first words are more frequent in even articles, the last in odd ones.
            Body = string.Join(' ', Enumerable.Range(0, 20).Select(_ => lemmas[random.Next(lemmas.Length) / (2 - (i % 2))]).Select(forms => forms[random.Next(forms.Length)])),
        }).ToArray();
        using var archive = new TestArchive(articles);

        var words = Compare(archive, ["=रूस", "=चीन"]).Words;

        var listed = words.First.Listed.Concat(words.Second.Listed).ToList();
        var forms = listed.SelectMany(word => word.Forms.Select(form => form.Text)).ToList();
        Assert.Equal(forms.Distinct(), forms);
        foreach (var word in listed)
        {
            if (lemmas.FirstOrDefault(lemma => lemma.Contains(word.Word)) is not { } lemma)
                continue;
            Assert.Equal(lemma.Order(StringComparer.Ordinal), word.Forms.Select(form => form.Text).Order(StringComparer.Ordinal));
            Assert.Equal(
                (Occurrences(articles, lemma, 0), Occurrences(articles, lemma, 1)),
                words.First.Listed.Contains(word) ? (word.Count, word.OtherCount) : (word.OtherCount, word.Count));
        }

        Assert.True(listed.Count(word => lemmas.Any(lemma => lemma.Contains(word.Word))) >= 3);

        static long Occurrences(Article[] articles, string[] lemma, int odd) => articles.Where((_, i) => i % 2 == odd).Sum(article => article.Body.Split(' ').Count(lemma.Contains));
    }

    [Fact]
    public void WordsOfGrammarAreListedWhenAskedFor()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Body = "रूस " + string.Join(' ', Enumerable.Repeat("में", 20)) },
            new Article { Id = "b", Body = "चीन " + string.Join(' ', Enumerable.Repeat("पर्वत", 20)) });

        Assert.Empty(Compare(archive, ["=रूस", "=चीन"]).Words.First.Listed);
        Assert.Equal("में", Assert.Single(Compare(archive, ["=रूस", "=चीन"], p => p with { StopWords = "in" }).Words.First.Listed).Word);
        Assert.Equal("पर्वत", Assert.Single(Compare(archive, ["=रूस", "=चीन"]).Words.Second.Listed).Word);
    }

    [Fact]
    public void ASearchThatIsPartOfTheOtherIsComparedWithTheRest()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Body = "रूस रूस जापान" },
            new Article { Id = "b", Body = "रूस जापान जापान जापान" },
            new Article { Id = "c", Body = "चीन" });

        var response = Compare(archive, ["=रूस", ""]);

        Assert.Equal((2, 0, 3, 1, 2), (response.First.Total, response.First.Alone.Articles, response.Second.Total, response.Second.Alone.Articles, response.Both.Articles));
        Assert.Equal((2, 7, 1, 1), (response.Words.First.Articles, response.Words.First.Words, response.Words.Second.Articles, response.Words.Second.Words));
        Assert.Equal("compared_with_rest", Assert.Single(response.Warnings).Code);
        Assert.Equal("c", Assert.Single(response.Second.Alone.Hits).Id);
    }

    [Theory]
    [InlineData(1, null, null, "q")]
    [InlineData(3, null, null, "q")]
    [InlineData(2, "overlap", "some", "overlap")]
    [InlineData(2, "spellings", "loose", "spellings")]
    [InlineData(2, "stopWords", "no", "stopWords")]
    [InlineData(2, "minFrequency", "0", "minFrequency")]
    [InlineData(2, "words", "501", "words")]
    [InlineData(2, "articles", "51", "articles")]
    [InlineData(2, "from", "yesterday", "from")]
    public void RefusesWhatCannotBe(int queries, string? name, string? value, string parameter)
    {
        string? If(string one) => name == one ? value : null;
        var parameters = new CompareParameters
        {
            Queries = [.. Enumerable.Repeat("रूस", queries)],
            Overlap = If("overlap"),
            Spellings = If("spellings"),
            StopWords = If("stopWords"),
            MinFrequency = If("minFrequency"),
            Words = If("words"),
            Articles = If("articles"),
            Search = new() { From = If("from") },
        };

        Assert.False(CompareRequest.TryCreate(parameters, out _, out var problem));
        Assert.Equal(parameter, problem.Parameter);
        Assert.False(CompareRequest.TryCreate(new() { Queries = ["", " "] }, out _, out problem));
        Assert.Equal("q", problem.Parameter);
    }

    private static HashSet<string> Counted(HashSet<string> side, HashSet<string> other, string overlap)
    {
        var alone = side.Except(other).ToHashSet();
        return overlap == "in" || alone.Count == 0 ? side : alone;
    }

    private static bool AreThoseOfAScan(ComparedWords words, HashSet<string> first, HashSet<string> second, Article[] articles)
    {
        var (one, other) = (CountsOf(first), CountsOf(second));
        return IsSide(words.First, first.Count, one, other) && IsSide(words.Second, second.Count, other, one);

        Dictionary<string, long> CountsOf(HashSet<string> ids) => articles.Where(article => ids.Contains(article.Id))
            .SelectMany(article => Words.Of(article.Headline).Concat(Words.Of(article.Body)))
            .Where(word => !word.IsWhole)
            .CountBy(word => word.Form)
            .ToDictionary(word => word.Key, word => (long)word.Value);
    }

    private static bool IsSide(KeyWords side, int articles, Dictionary<string, long> counts, Dictionary<string, long> others)
    {
        var (words, otherWords) = ((double)counts.Values.Sum(), (double)others.Values.Sum());
        var expected = counts.Select(word => (word.Key, word.Value, Other: others.GetValueOrDefault(word.Key), Keyness: Plain(word.Value, others.GetValueOrDefault(word.Key))))
            .Where(word => words > 0 && otherWords > 0 && word.Value / words > word.Other / otherWords && word.Keyness >= 10.83)
            .ToDictionary(word => word.Key);
        return side.Articles == articles && side.Words == (long)words && side.Listed.Count == expected.Count
            && side.Listed.Zip(side.Listed.Skip(1)).All(pair => pair.First.Keyness >= pair.Second.Keyness)
            && side.Listed.All(word => expected.TryGetValue(word.Word, out var plain)
                && word.Count == plain.Value && word.OtherCount == plain.Other && Math.Abs(word.Keyness - plain.Keyness) < 0.001
                && Math.Abs(word.PerMillion - (1e6 * plain.Value / words)) < 0.001);

        double Plain(double count, double other)
        {
            var expected = words * (count + other) / (words + otherWords);
            var expectedOther = otherWords * (count + other) / (words + otherWords);
            return 2 * ((count == 0 ? 0 : count * Math.Log(count / expected)) + (other == 0 ? 0 : other * Math.Log(other / expectedOther)));
        }
    }

    private static CompareResponse Compare(TestArchive archive, string[] queries, Func<CompareParameters, CompareParameters>? with = null)
    {
        var parameters = new CompareParameters { Queries = queries };
        Assert.True(CompareRequest.TryCreate(with is null ? parameters : with(parameters), out var request, out var problem), problem?.Detail);
        return archive.Archive.Compare(request, TestContext.Current.CancellationToken);
    }
}
