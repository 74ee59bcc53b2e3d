using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class FacetValuesTests
{
    // Each line is one value in its spellings.
    private static readonly Dictionary<string, string[][]> Values = new()
    {
        ["category"] = [["विश्व", "विश्व ", "विश्व."], ["खेल"], ["ख़बर", "खबर", "ख़बर"]],
        ["agency"] = [["भाषा", "पीटीआई-भाषा", "PTI-Bhasha", "(भाषा)"], ["एएनआई", "ANI", "ani"], ["पीटीआई"]],
        ["place"] = [["नई दिल्ली", "नयी दिल्ली", "नयी दिल्ली, 7 अप्रैल (भाषा)", "New Delhi"], ["चंडीगढ़", "चण्डीगढ़", "चंडीगढ"], ["पटना"]],
        ["byline"] = [["सज्जाद हुसैन", "सज्जाद  हुसैन"], ["मीना राणा"]],
        ["year"] = [["2019"], ["2020"], ["2021"]],
    };

    [Fact]
    public void CountsAreThoseOfAPlainScanWhateverIsSelected()
    {
        var random = new Random(5);
        var articles = RandomArchives.Articles(41, 150, 12).Select(article => With(article, random)).ToArray();
        using var archive = new TestArchive(articles[..100]);
        // A second and third segment, and articles that are gone.
        archive.Add(articles[100..]);
        foreach (var gone in articles.Where((_, i) => i % 12 == 0))
            archive.Archive.Delete(gone.Id);
        archive.Archive.Refresh();
        var kept = articles.Where((_, i) => i % 12 != 0).ToArray();

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var chance = new Random(seed);
            var query = chance.Next(4) == 0 ? "" : RandomArchives.Query(chance, 1);
            var selected = Values.Keys.ToDictionary(facet => facet, facet => Selection(facet, chance));
            var response = archive.Search(query, parameters => Narrowed(parameters, selected) with { PageSize = "100", Facets = string.Join(',', Values.Keys), Sort = chance.Next(2) == 0 ? "newest" : null });
            // What the query matches without any filter is found by the engine: other tests hold that to a scan.
            var found = ((string[])["1", "2"]).SelectMany(page => archive.Search(query, p => p with { PageSize = "100", Page = page }).Hits).Select(hit => hit.Id).ToHashSet();
            var matches = kept.Where(article => found.Contains(article.Id)).ToArray();
            return (response.Total.Value == matches.Count(article => Passes(article, selected, but: ""))
                && Values.Keys.All(facet => IsCounted(facet, response.Facets[facet], matches.Where(article => Passes(article, selected, facet)), selected[facet])))
                .Label($"{query} {string.Join(' ', selected.Select(facet => $"{facet.Key}={string.Join('|', facet.Value)}"))}");
        }).QuickCheckThrowOnFailureWith(300);
    }

    [Fact]
    public void AValueIsShownInItsMostUsualSpellingAndFoundByAny()
    {
        using var archive = new TestArchive(
            new Article { Id = "a", Body = "रूस", Place = "नयी दिल्ली, 7 अप्रैल (भाषा)" },
            new Article { Id = "b", Body = "रूस", Place = "नई दिल्ली" },
            new Article { Id = "c", Body = "चीन", Place = "नयी दिल्ली" },
            new Article { Id = "d", Body = "चीन", Place = "पटना" });

        var response = archive.Search("रूस", p => p with { Facets = "place", Place = ["New Delhi"] });

        Assert.Equal([new FacetCount("नयी दिल्ली", 2, true)], response.Facets["place"]);
        Assert.Equal(["नयी दिल्ली, 7 अप्रैल (भाषा)", "नई दिल्ली"], response.Hits.OrderBy(hit => hit.Id).Select(hit => hit.Place));
        Assert.Equal(3, archive.Search("", p => p with { Place = ["नई दिल्ली".Normalize(NormalizationForm.FormD), "नयी दिल्ली"] }).Total.Value);
        Assert.Equal(["a", "b", "c"], archive.Ids("place:\"नई दिल्ली\"").Order());
    }

    [Fact]
    public void ASelectedValueThatNothingHasIsListedSoThatItCanBeTakenOff()
    {
        using var archive = new TestArchive(new Article { Id = "a", Body = "रूस", Category = "विश्व" });

        var response = archive.Search("रूस", p => p with { Facets = "category,agency", Category = ["देश"], Agency = ["ani"] });

        Assert.Equal(0, response.Total.Value);
        Assert.Equal([new FacetCount("देश", 0, true)], response.Facets["category"]);
        Assert.Equal([new FacetCount("ani", 0, true)], response.Facets["agency"]);
        Assert.Equal([new("विश्व", 1, false), new("देश", 0, true)], archive.Search("रूस", p => p with { Facets = "category", Category = ["देश"] }).Facets["category"]);
    }

    [Fact]
    public void LongFacetsAreCutWithAWarningAndSelectedValuesStay()
    {
        using var archive = new TestArchive();
        archive.Archive.Index(Enumerable.Range(0, 130).SelectMany(i => Enumerable.Range(0, i < 110 ? 2 : 1)
            .Select(copy => ReadOutcome.Of(new Article { Id = $"{i}-{copy}", Body = "रूस", Byline = $"लेखक {i}" }))), null, TestContext.Current.CancellationToken);
        archive.Archive.Refresh();

        var all = archive.Search("", p => p with { Facets = "byline" });
        var one = archive.Search("", p => p with { Facets = "byline", Byline = ["लेखक 129"] });

        Assert.Equal(FacetValues.MostListed, all.Facets["byline"].Count);
        Assert.Equal("facet_capped", Assert.Single(all.Warnings).Code);
        Assert.Equal(new FacetCount("लेखक 129", 1, true), one.Facets["byline"][^1]);
        Assert.Equal(FacetValues.MostListed + 1, one.Facets["byline"].Count);
        Assert.All(one.Facets["byline"].SkipLast(1), value => Assert.Equal((2, false), (value.Count, value.Selected)));
    }

    [Fact]
    public void PagesByCursorKeepTheirFacetsAndAnySpellingOfTheFiltersGoesOn()
    {
        using var archive = new TestArchive([.. Enumerable.Range(0, 9).Select(i => new Article { Id = $"{i}", Body = "रूस", Agency = i % 3 == 0 ? "ANI" : "भाषा" })]);
        var first = archive.Search("रूस", p => p with { PageSize = "2", Agency = ["भाषा", "एपी"], Facets = "agency" });
        archive.Add(new Article { Id = "new", Body = "रूस", Agency = "भाषा" });

        var second = archive.Search("रूस", p => p with { PageSize = "2", Agency = ["एपी", "पीटीआई-भाषा"], Facets = "agency", Cursor = first.NextCursor });

        Assert.Equal([("भाषा", 6, true), ("ANI", 3, false), ("एपी", 0, true)], second.Facets["agency"].Select(one => (one.Value, one.Count, one.Selected)));
        Assert.Equal(2, second.Page);
    }

    [Theory]
    [InlineData("21")]
    [InlineData("2021-04")]
    [InlineData("this")]
    public void AYearHasFourDigits(string year)
    {
        Assert.False(SearchRequest.TryCreate(new() { Year = ["2020", year] }, out _, out var problem));
        Assert.Equal(("invalid_parameter", "year"), (problem.Code, problem.Parameter));
    }

    [Fact]
    public void SpellingsOfOneValueAreOne()
    {
        Assert.True(FacetValues.AreOne("agency", "PTI-Bhasha", "भाषा"));
        Assert.False(FacetValues.AreOne("category", "PTI-Bhasha", "भाषा"));
    }

    private static Article With(Article article, Random random) => article with
    {
        Category = Any("category", random),
        Agency = Any("agency", random),
        Place = Any("place", random),
        Byline = Any("byline", random),
    };

    private static string? Any(string facet, Random random)
    {
        var value = random.Next(6) == 0 ? null : Spelling(Values[facet][random.Next(Values[facet].Length)], random);
        return random.Next(3) == 0 ? value?.Normalize(NormalizationForm.FormD) : value;
    }

    private static string Spelling(string[] spellings, Random random) => spellings[random.Next(spellings.Length)];

    private static string[] Selection(string facet, Random random) =>
        random.Next(2) == 0 ? [] : [.. Values[facet].Where(_ => random.Next(2) == 0).Select(spellings => Spelling(spellings, random))];

    private static SearchParameters Narrowed(SearchParameters parameters, Dictionary<string, string[]> selected) =>
        selected.Aggregate(parameters, (narrowed, facet) => narrowed.Selecting(facet.Key, facet.Value));

    private static bool Passes(Article article, Dictionary<string, string[]> selected, string but) =>
        selected.All(facet => facet.Key == but || facet.Value.Length == 0 || facet.Value.Any(value => Line(facet.Key, value) == Line(article, facet.Key)));

    private static int Line(Article article, string facet) => Line(facet, facet switch
    {
        "category" => article.Category,
        "agency" => article.Agency,
        "place" => article.Place,
        "byline" => article.Byline,
        _ => (article.PublishedAt ?? article.UpdatedAt)?.ToOffset(TimeSpan.FromMinutes(330)).ToString("yyyy", CultureInfo.InvariantCulture),
    });

    private static int Line(string facet, string? value) => value is null ? -1 : Array.FindIndex(Values[facet], spellings => spellings.Any(spelling => spelling.Normalize() == value.Normalize()));

    private static bool IsCounted(string facet, IReadOnlyList<FacetCount> counts, IEnumerable<Article> articles, string[] selected)
    {
        var expected = articles.Select(article => Line(article, facet)).Where(line => line >= 0).CountBy(line => line).ToDictionary();
        foreach (var value in selected)
            expected.TryAdd(Line(facet, value), 0);
        // What is shown may be none of the spellings as printed: without its points and its day.
        return counts.Count == expected.Count
            && counts.Zip(counts.Skip(1)).All(pair => pair.First.Count >= pair.Second.Count)
            && expected.All(line => counts.Single(count => Values[facet][line.Key].Any(spelling => FacetValues.AreOne(facet, spelling, count.Value))) is { } count
                && count.Count == line.Value
                && count.Selected == selected.Any(value => Line(facet, value) == line.Key));
    }
}
