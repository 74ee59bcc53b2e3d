using System.Text;
using SearchService.Articles;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public sealed class CorrectionsSearchTests : IDisposable
{
    private readonly TestArchive _archive = new(
    [
        Of("talks", "पाकिस्तान पहुंचे विदेश मंत्री", "रूस के विदेश मंत्री ने हिन्दी में जम्मू-कश्मीर पर बात की।"),
        Of("once", "एक दुर्लभ नाम", "नगर के दक्षिन में शीलू रहता है।"),
        Of("names", "Budget session", "सत्र शुरू हुआ।", "Parliament adjourned after protest over fertiliser"),
        .. Enumerable.Range(0, 90).Select(i => Of($"south{i:00}", "दक्षिण के राज्य", "दक्षिण में बारिश और शीला की बात।")),
    ]);

    [Theory]
    [InlineData("पाकिसतान", "पाकिस्तान", "talks")]
    [InlineData("पाकीस्तन", "पाकिस्तान", "talks")]
    [InlineData("विदेस मंतरी", "विदेश मंत्री", "talks")]
    [InlineData("minsiter", "minister", "talks")]
    [InlineData("parliment", "parliament", "names")]
    [InlineData("adjuorned", "adjourned", "names")]
    public void A_query_without_a_hit_is_answered_by_what_was_meant_and_says_so(string query, string meant, string id)
    {
        var response = _archive.Search(query);

        Assert.Equal(id, response.Hits[0].Id);
        Assert.Equal(meant, response.Query.DidYouMean);
        Assert.Contains(response.Warnings, warning => warning.Code == "corrected" && warning.Message.Contains(query, StringComparison.Ordinal) && warning.Message.Contains(meant, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_meant_is_told_with_the_word_asked_and_marked()
    {
        var response = _archive.Search("पाकिसतान");

        var reading = Assert.Single(response.Query.Interpretations);
        Assert.Equal(("पाकिसतान", "exact", 0), (reading.Word, reading.Forms[0].Reason, reading.Forms[0].Articles));
        Assert.Contains(reading.Forms, form => form is { Text: "पाकिस्तान", Reason: "correction", Articles: 1, Weight: < 1 });
        Assert.Contains(response.Hits[0].Highlights, mark => mark.Html.Contains("<mark>पाकिस्तान</mark>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("+पाकिसतान", "+पाकिस्तान")]
    [InlineData("headline:पाकिसतान -खेल", "headline:पाकिस्तान -खेल")]
    [InlineData("  पाकिसतान AND (\"विदेश मंतरी\"~3 OR body:(रुस)) ", "पाकिस्तान AND (\"विदेश मंत्री\"~3 OR body:(रूस))")]
    [InlineData("“विदेस मंत्री” AND पाकिसतान", "“विदेश मंत्री” AND पाकिस्तान")]
    [InlineData("पाकिसतान NEAR/5 विदेश", "पाकिस्तान NEAR/5 विदेश")]
    [InlineData("+जम्मु-कशमीर", "+जम्मू-कश्मीर")]
    public void The_syntax_of_the_query_is_kept(string query, string meant)
    {
        var response = _archive.Search(query);

        Assert.Equal(meant, response.Query.DidYouMean);
        Assert.Equal("talks", response.Hits[0].Id);
    }

    [Theory]
    [InlineData("=पाकिसतान")]
    [InlineData("=\"विदेस मंतरी\"")]
    [InlineData("पाकिसतान*")]
    [InlineData("category:पाकिसतान")]
    [InlineData("byline:\"पाकिसतान\"")]
    [InlineData("रष")]
    [InlineData("bd")]
    [InlineData("2०१8")]
    [InlineData("=lavrof")]
    public void What_is_asked_for_exactly_filters_and_short_words_are_never_corrected(string query)
    {
        var response = _archive.Search(query);

        Assert.Empty(response.Hits);
        Assert.Null(response.Query.DidYouMean);
        Assert.DoesNotContain(response.Warnings, warning => warning.Code == "corrected");
    }

    [Theory]
    [InlineData("दक्षिण +category:खेल")]
    [InlineData("headline:बारिश")]
    [InlineData("+पाकिस्तान +बारिश")]
    public void A_word_that_the_archive_knows_is_never_corrected(string query)
    {
        var response = _archive.Search(query);

        Assert.Empty(response.Hits);
        Assert.Null(response.Query.DidYouMean);
    }

    [Theory]
    [InlineData("गाजर", "गाजा")]
    [InlineData("carrot", "carat")]
    public void A_word_that_the_lexicon_knows_is_right_though_the_archive_lacks_it(string word, string held)
    {
        _archive.Add(Of("near", held, held));

        Assert.Null(_archive.Search(word).Query.DidYouMean);
    }

    [Fact]
    public void A_rare_word_beside_a_far_more_frequent_one_is_offered_it_and_answered_as_written()
    {
        var response = _archive.Search("दक्षिन");

        Assert.Equal(["once"], response.Hits.Select(hit => hit.Id));
        Assert.Equal("दक्षिण", response.Query.DidYouMean);
        Assert.Empty(response.Warnings);
    }

    [Fact]
    public void A_rare_name_is_not_turned_into_a_common_one() => Assert.Null(_archive.Search("शीलू").Query.DidYouMean);

    [Fact]
    public void A_query_with_hits_keeps_them_and_its_unknown_word_is_offered_put_right()
    {
        var response = _archive.Search("रूस पाकिसतान");

        Assert.Equal("रूस पाकिस्तान", response.Query.DidYouMean);
        Assert.DoesNotContain(response.Warnings, warning => warning.Code == "corrected");
        Assert.DoesNotContain(response.Query.Interpretations.SelectMany(one => one.Forms), form => form.Reason == "correction");
    }

    [Theory]
    [InlineData("पाकिसतान")]
    [InlineData("दक्षिन")]
    public void Corrections_can_be_switched_off(string query)
    {
        var response = _archive.Search(query, with => with with { Corrections = "off" });

        Assert.Null(response.Query.DidYouMean);
        Assert.Empty(response.Warnings);
    }

    [Theory]
    [InlineData("minsiter", null)]
    [InlineData("parliment", "parliament")]
    [InlineData("पाकिसतान", "पाकिस्तान")]
    public void Without_readings_words_are_corrected_in_their_own_script_only(string query, string? meant) =>
        Assert.Equal(meant, _archive.Search(query, with => with with { Readings = "off" }).Query.DidYouMean);

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Every_way_of_writing_the_same_letters_is_corrected_alike(NormalizationForm form)
    {
        _archive.Add(Of("fort", "लड़ाई किले की", "किले की लड़ाई।"), Of("cafe", "Café", "x", "Chez Désirée"));

        Assert.Equal("लड़ाई", _archive.Search("लढ़ाई".Normalize(form)).Query.DidYouMean);
        Assert.Equal("désirée", _archive.Search("désireé".Normalize(form).Replace("sir", "zir", StringComparison.Ordinal)).Query.DidYouMean);
    }

    [Fact]
    public void A_bad_query_read_as_words_is_corrected_as_words()
    {
        var response = _archive.Search("पाकिसतान \"AND", with => with with { Lenient = true });

        Assert.Equal("पाकिस्तान \"AND", response.Query.DidYouMean);
        Assert.Equal("talks", response.Hits[0].Id);
    }

    [Fact]
    public void Pages_and_cursors_go_on_with_the_same_correction_whatever_is_added()
    {
        var expected = _archive.Ids("दक्षिणे").Take(92).ToArray();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = _archive.Search("दक्षिणे", with => with with { PageSize = "25", Cursor = cursor });
            seen.AddRange(page.Hits.Select(hit => hit.Id));
            Assert.Contains(page.Warnings, warning => warning.Code == "corrected");
            Assert.Equal("दक्षिण", page.Query.DidYouMean);
            cursor = page.NextCursor;
            // From now on the word as written is in the archive, and a nearer one too.
            _archive.Add(Of($"new{seen.Count}", "दक्षिणे", "दक्षिणी दक्षिणी"));
        }
        while (cursor is not null);

        Assert.Equal(90, seen.Count);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Numbered_pages_continue_the_corrected_results()
    {
        var all = _archive.Ids("दक्षिणे");
        var second = _archive.Search("दक्षिणे", with => with with { Page = "2" });

        Assert.Equal(all[10..20], second.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void An_article_found_by_a_correction_is_marked_when_it_is_read()
    {
        var article = _archive.Archive.Find("talks")!;
        Assert.True(SearchRequest.TryCreate(new() { Q = "पाकिसतान" }, out var request, out _));
        Assert.True(SearchRequest.TryCreate(new() { Q = "पाकिसतान", Corrections = "off" }, out var off, out _));

        Assert.Contains(_archive.Archive.Mark(article, request), mark => mark.Html.Contains("<mark>पाकिस्तान</mark>", StringComparison.Ordinal));
        Assert.All(_archive.Archive.Mark(article, off), mark => Assert.Empty(mark.Spans));
    }

    [Fact]
    public void Reading_a_query_shows_what_its_words_would_be_corrected_to()
    {
        Assert.True(SearchRequest.TryCreate(new() { Q = "रूस +पाकिसतान" }, out var request, out _));

        var reading = _archive.Archive.Read(request);

        Assert.Equal("रूस +पाकिस्तान", reading.DidYouMean);
        Assert.Contains(reading.Interpretations[1].Forms, form => form is { Text: "पाकिस्तान", Reason: "correction" });
    }

    [Fact]
    public void A_bad_switch_is_refused()
    {
        Assert.False(SearchRequest.TryCreate(new() { Q = "a", Corrections = "maybe" }, out _, out var problem));
        Assert.Equal(("invalid_parameter", "corrections"), (problem.Code, problem.Parameter));
    }

    public void Dispose() => _archive.Dispose();

    private static Article Of(string id, string headline, string body, string title = "") =>
        new() { Id = id, Headline = headline, Body = body, WebTitle = title };
}
