using SearchService.Articles;
using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public sealed class ReadingsSearchTests : IDisposable
{
    private readonly TestArchive _archive = new(
        Of("talks", "लावरोव पहुंचे इस्लामाबाद", "रूस के विदेश मंत्री लावरोव ने कुरैशी से वार्ता की।", "Lavrov in Islamabad"),
        Of("farmers", "किसानों का आंदोलन जारी", "दिल्ली की सीमा पर किसान आंदोलन कर रहे हैं।", "Farmers protest goes on"),
        Of("vote", "सरकार के खिलाफ अविश्वास प्रस्ताव", "मुख्यमंत्री ने कहा कि अविश्वास प्रस्ताव गिर जाएगा।", "House to vote"),
        Of("doubt", "प्रस्ताव पर अविश्वास", "पार्टी का विश्वास और एक नया प्रस्ताव।", "Doubts"),
        Of("cbi", "सीबीआई ने जांच शुरू की", "मामले की जांच सीबीआई करेगी।", "Probe begins"));

    [Theory]
    [InlineData("lavrov", "talks")]
    [InlineData("qureshi lavrov", "talks")]
    [InlineData("foreign minister talks", "talks")]
    [InlineData("kisan andolan", "farmers")]
    [InlineData("kisaan aandolan", "farmers")]
    [InlineData("farmers' agitation", "farmers")]
    [InlineData("CBI जांच", "cbi")]
    [InlineData("no-confidence motion", "vote")]
    [InlineData("chief minister", "vote")]
    public void A_question_in_any_script_finds_the_Hindi_article_first(string query, string id) =>
        Assert.Equal(id, _archive.Search(query).Hits[0].Id);

    [Fact]
    public void What_was_read_is_marked_and_told()
    {
        var response = _archive.Search("lavrov");
        Assert.Contains(response.Hits[0].Highlights, mark => mark.Field == "headline" && mark.Html.Contains("<mark>लावरोव</mark>", StringComparison.Ordinal));
        Assert.Contains(response.Hits[0].Highlights, mark => mark.Field == "webTitle" && mark.Html.Contains("<mark>Lavrov</mark>", StringComparison.Ordinal));
        Assert.Contains(response.Query.Interpretations[0].Forms, form => form is { Text: "लावरोव", Reason: "transliteration", Articles: 1 });
    }

    [Fact]
    public void A_Devanagari_word_is_marked_in_the_web_title() =>
        Assert.Contains(_archive.Search("लावरोव").Hits[0].Highlights, mark => mark.Html.Contains("<mark>Lavrov</mark>", StringComparison.Ordinal));

    [Fact]
    public void A_rendering_in_several_words_is_found_and_marked_only_where_they_stand_in_a_row()
    {
        var response = _archive.Search("no-confidence motion");
        Assert.Contains(response.Hits[0].Highlights, mark => mark.Html.Contains("<mark>अविश्वास प्रस्ताव</mark>", StringComparison.Ordinal));
        Assert.DoesNotContain(
            response.Hits.Where(hit => hit.Id == "doubt").SelectMany(hit => hit.Highlights),
            mark => mark.Html.Contains("<mark>प्रस्ताव पर अविश्वास</mark>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kisan andolan", "off")]
    [InlineData("=kisan =andolan", null)]
    public void Readings_can_be_switched_off(string query, string? readings) =>
        Assert.Empty(_archive.Search(query, with => with with { Readings = readings }).Hits);

    [Fact]
    public void A_bad_switch_is_refused()
    {
        Assert.False(SearchRequest.TryCreate(new() { Q = "a", Readings = "maybe" }, out _, out var problem));
        Assert.Equal(("invalid_parameter", "readings"), (problem.Code, problem.Parameter));
    }

    public void Dispose() => _archive.Dispose();

    private static Article Of(string id, string headline, string body, string title) =>
        new() { Id = id, Headline = headline, Body = body, WebTitle = title };
}
