using SearchService.Engine.Results;
using SearchService.Pages;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Pages;

public sealed class InDevanagariTests(ReadingService reading)
{
    private static readonly Interpretation[] Readings =
    [
        new("lavrov", [new("lavrov", 1, "exact", 2), new("लावरोव", 0.9, "transliteration", 5), new("लेवरोव", 0.4, "transliteration", 9)]),
        new("visit", [new("visit", 1, "exact", 3), new("दौरा", 0.8, "translation", 7)]),
        new("चीन", [new("चीन", 1, "exact", 3), new("china", 0.9, "transliteration", 4)]),
    ];

    [Theory]
    [InlineData("lavrov", "लावरोव")]
    [InlineData("Lavrov visit चीन", "लावरोव visit चीन")]
    [InlineData("visit", null)]
    [InlineData("चीन", null)]
    [InlineData("\"lavrov visit\"", null)]
    [InlineData("headline:lavrov", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Words_by_themselves_are_spelt_by_their_strongest_reading_in_sound(string? query, string? expected) =>
        Assert.Equal(expected, InDevanagari.Of(query, Readings));

    [Fact]
    public async Task The_results_offer_it_as_a_link_and_are_those_of_what_was_typed()
    {
        using var response = await reading.Service.GetAsync("/search?q=lavrov pakistan&category=विश्व&lang=hi");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("क्या आप", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<a lang=\"hi\" href=\"/search?q={Uri.EscapeDataString("लावरोव पाकिस्तान")}&amp;category={Uri.EscapeDataString("विश्व")}&amp;lang=hi\"><bdi>लावरोव पाकिस्तान</bdi></a>",
            html,
            StringComparison.Ordinal);
        Assert.Contains("name=\"q\" type=\"search\" value=\"lavrov pakistan\"", html, StringComparison.Ordinal);
    }
}
