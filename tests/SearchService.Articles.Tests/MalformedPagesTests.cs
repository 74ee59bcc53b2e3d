using System.Diagnostics;
using System.Text;

namespace SearchService.Articles.Tests;

/// <summary>Variants of one page of ours, each damaged in its own way: what is lost is lost, everything else reads as from the sound page.</summary>
public sealed class MalformedPagesTests(ITestOutputHelper output)
{
    private static readonly Article Sound = Fixture.Page("page.txt");

    [Theory]
    [InlineData("crlf.txt")]
    [InlineData("bom.txt")]
    [InlineData("utf16le.txt")]
    [InlineData("utf16be.txt")]
    [InlineData("cp1252-quotes.txt")]
    [InlineData("bidi.txt")]
    [InlineData("hard-wrapped.txt")]
    [InlineData("no-blank-lines.txt")]
    [InlineData("other-order.txt")]
    [InlineData("without-headline.txt")]
    [InlineData("without-second-headline.txt")]
    [InlineData("without-title-line.txt")]
    [InlineData("without-web-title.txt")]
    public void A_page_whose_parts_can_all_be_found_reads_as_the_sound_page(string name) => AssertSame(name, Sound);

    [Fact]
    public void Without_an_author_only_the_byline_is_missing() => AssertSame("without-author.txt", Sound with { Byline = null });

    [Fact]
    public void Without_a_footer_only_the_category_is_missing() => AssertSame("without-footer.txt", Sound with { Category = null });

    [Fact]
    public void Without_a_disclaimer_only_it_and_the_source_it_names_are_missing() =>
        AssertSame("without-disclaimer.txt", Sound with { Disclaimer = null, Source = null });

    [Fact]
    public void Without_a_body_everything_but_body_and_dateline_reads() =>
        AssertSame("without-body.txt", Sound with { Body = "", Dateline = null, Place = null });

    [Fact]
    public void Without_a_publishing_line_only_agency_and_times_are_missing() =>
        AssertSame("without-byline.txt", Sound with { Agency = null, PublishedAt = null, UpdatedAt = null }, sameId: false);

    [Fact]
    public void Without_any_title_the_body_is_an_article_without_headline() =>
        AssertSame("without-any-title.txt", Sound with { Headline = "", WebTitle = "" }, sameId: false);

    [Fact]
    public void One_stamp_is_both_publishing_and_update() =>
        AssertSame("one-stamp.txt", Sound with { PublishedAt = Sound.UpdatedAt }, sameId: false);

    [Fact]
    public void Without_stamps_the_written_dates_count() =>
        AssertSame("written-date.txt", Sound with { PublishedAt = At("09:05:00"), UpdatedAt = At("14:27:00") }, sameId: false);

    [Fact]
    public void With_stamps_that_are_no_times_the_written_date_counts() =>
        AssertSame("wrong-stamp.txt", Sound with { PublishedAt = At("14:27:00"), UpdatedAt = At("14:27:00") }, sameId: false);

    [Fact]
    public void A_day_that_no_month_has_gives_no_time_and_stays_as_printed_in_the_dateline()
    {
        var article = Read("impossible-day.txt");
        Assert.Null(article.PublishedAt);
        Assert.Equal("शिमला, 31 फरवरी", article.Dateline);
        Assert.Equal("शिमला", article.Place);
    }

    [Fact]
    public void Decomposed_text_is_composed()
    {
        var article = Read("nfd.txt");
        Assert.Equal("Apple harvest up in hill districts, growers’ café hopes rise", article.WebTitle);
        Assert.Equal(Sound.Body, article.Body);
    }

    [Fact]
    public void Joiners_stay_in_the_text_and_do_not_change_the_id()
    {
        var article = Read("zwj.txt");
        Assert.Contains("राष्\u200Dट्रीय", article.Body);
        Assert.StartsWith("पहाड़\u200Cी", article.Headline);
        Assert.Equal(Sound.Id, article.Id);
    }

    [Fact]
    public void Entities_become_their_characters()
    {
        var article = Read("entities.txt");
        Assert.Contains("‘‘मौसम ने साथ दिया है और रोग भी कम लगे हैं।’’", article.Body);
        Assert.Contains("U.S. & चीन और", article.Body);
        Assert.Equal(Sound.WebTitle, article.WebTitle);
    }

    [Fact]
    public void Ten_times_as_long_reads_with_every_paragraph()
    {
        var article = Read("ten-times.txt");
        Assert.Equal(31, article.Body.Split('\n').Length);
        Assert.Equal(Sound.Id, article.Id);
        Assert.Equal(Sound.Category, article.Category);
    }

    [Fact]
    public void A_page_cut_off_between_characters_reads_as_far_as_it_goes()
    {
        var article = Read("truncated-text.txt");
        Assert.StartsWith(article.Body, Sound.Body);
        Assert.Null(article.Disclaimer);
    }

    [Fact]
    public void A_script_in_a_text_headline_is_only_text()
    {
        var article = Read("hostile-headline.txt");
        Assert.Equal("<script>alert(1)</script>" + Sound.Headline, article.Headline);
        Assert.Equal(Sound.Body, article.Body);
    }

    [Theory]
    [InlineData("script-in-headline.html")]
    [InlineData("ten-thousand-tags.html")]
    [InlineData("unclosed-tags.html")]
    [InlineData("broken-json-ld.html")]
    public void A_hostile_or_broken_html_page_gives_plain_text_soon(string name)
    {
        var watch = Stopwatch.StartNew();
        var article = Read(name);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
        Assert.Equal(Sound.Headline, article.Headline);
        Assert.Equal(Sound.Body, article.Body);
        Assert.Equal(Sound.Dateline, article.Dateline);
    }

    [Theory]
    [InlineData("empty.txt", null, "The file is empty")]
    [InlineData("blank.txt", null, "The file is empty")]
    [InlineData("binary.txt", null, "This is binary data")]
    [InlineData("image.txt", null, "This is a PNG image")]
    [InlineData("iscii.txt", 1, "Not readable as text")]
    [InlineData("truncated-character.txt", 15, "a UTF-8 character breaks off here")]
    public void What_cannot_be_read_is_refused_with_file_line_and_reason(string name, int? line, string reason)
    {
        var failure = Assert.Single(Fixture.ReadPage(Path.Combine("malformed", name))).Failure!;
        output.WriteLine($"{failure.File}:{failure.Line} {failure.Reason}");
        Assert.Equal((Path.Combine("malformed", name), line), (failure.File, failure.Line));
        Assert.Contains(reason, failure.Reason);
        Assert.Contains("expected", failure.Reason);
    }

    [Fact]
    public void Lines_that_are_no_articles_are_refused_one_by_one_and_the_others_read()
    {
        var outcomes = Fixture.ReadPage(Path.Combine("malformed", "lines.jsonl"));
        foreach (var failure in outcomes.Select(outcome => outcome.Failure).OfType<ReadFailure>()) output.WriteLine($"{failure.File}:{failure.Line} {failure.Reason}");
        Assert.Equal(["a1", "https://patra.example/1"], outcomes.Where(outcome => outcome.Article is not null).Select(outcome => outcome.Article!.Id));
        Assert.Equal([2, 3, 4, 7, 8, 9], outcomes.Where(outcome => outcome.Failure is not null).Select(outcome => outcome.Failure!.Line));
    }

    [Fact]
    public void Every_variant_is_either_read_or_refused_with_a_reason()
    {
        var files = Directory.GetFiles(Path.Combine(Fixture.Folder, "malformed"));
        Assert.True(files.Length >= 20);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var outcomes = Fixture.Read(File.ReadAllBytes(file), Path.GetFileName(file));
            Assert.NotEmpty(outcomes);
            foreach (var outcome in outcomes) output.WriteLine($"{Path.GetFileName(file)}: {outcome.Failure?.Reason ?? "read"}");
        }
    }

    private static Article Read(string name) => Fixture.Page(Path.Combine("malformed", name));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2021-10-07T{time}+05:30", System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertSame(string name, Article expected, bool sameId = true)
    {
        var article = Read(name);
        Assert.Equal(Json(sameId ? expected : expected with { Id = article.Id }), Json(article));
    }

    private static string Json(Article article) => Encoding.UTF8.GetString(ArticleJson.Serialize(article));
}
