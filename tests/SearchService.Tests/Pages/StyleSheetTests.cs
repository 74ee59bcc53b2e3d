using System.Globalization;
using System.Text.RegularExpressions;
using SearchService.Tests.House;

namespace SearchService.Tests.Pages;

/// <summary>What the style sheet promises for eyes and printers, read from the sheet itself.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string Sheet = File.ReadAllText(Path.Combine(Repository.Root, "src", "SearchService", "wwwroot", "site.css"));

    /// <summary>Colours of the light scheme, and of the dark one.</summary>
    public static TheoryData<string, int> Schemes => new() { { "light", 0 }, { "dark", 1 } };

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Text_stands_out_from_what_is_behind_it(string scheme, int number)
    {
        var colours = Colours(number);
        (string Text, string Behind)[] pairs =
        [
            .. from behind in (string[])["paper", "raised", "note"] from text in (string[])["ink", "quiet", "link"] select (text, behind),
            ("on-accent", "accent"), ("mark-ink", "mark"),
            .. Enumerable.Range(1, 8).Select(series => ($"s{series}", "paper")),
        ];

        Assert.All(pairs, pair => Assert.True(Contrast(colours[pair.Text], colours[pair.Behind]) >= 4.5, $"{pair.Text} on {pair.Behind}, {scheme}: {Contrast(colours[pair.Text], colours[pair.Behind]):0.00}"));
        // Bars, borders of fields and outlines are no text.
        Assert.All((string[])["accent", "quiet", "link"], mark => Assert.True(Contrast(colours[mark], colours["paper"]) >= 3, $"{mark}, {scheme}"));
    }

    [Fact]
    public void Colours_are_named_once_so_that_both_schemes_have_each() =>
        Assert.Equal(Colours(0).Keys.Order(), Colours(1).Keys.Order());

    [Fact]
    public void On_paper_there_is_no_navigation_and_motion_is_only_for_those_who_want_it()
    {
        var print = Sheet[Sheet.IndexOf("@media print", StringComparison.Ordinal)..];
        print = print[..print.IndexOf("\n}\n", StringComparison.Ordinal)];
        Assert.All((string[])["header.top", "footer.bottom", "form.search", ".facets", ".pager", ".views", ".marks", ".step", ".why", ".cite ul"], part => Assert.Contains(part, print, StringComparison.Ordinal));
        Assert.Contains("display: none", print, StringComparison.Ordinal);
        Assert.Contains("color-scheme: light", print, StringComparison.Ordinal);
        Assert.DoesNotContain(".cite {display", print.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var moving = Regex.Matches(Sheet, "scroll-behavior|transition|animation").Select(match => match.Index).ToList();
        var wanted = Sheet.IndexOf("@media (prefers-reduced-motion: no-preference)", StringComparison.Ordinal);
        Assert.All(moving, at => Assert.InRange(at, wanted, wanted + 120));
    }

    [Fact]
    public void Devanagari_is_never_spaced_clipped_or_set_tight()
    {
        Assert.DoesNotMatch("letter-spacing: (?!normal)|text-overflow|line-clamp|word-break: break-all|font-variant: small-caps", Sheet);
        Assert.All(
            Regex.Matches(Sheet, "line-height: ([0-9.]+)|/([0-9.]+) var").Select(match => match.Groups[1].Value + match.Groups[2].Value),
            height => Assert.True(double.Parse(height, CultureInfo.InvariantCulture) >= 1.5, height));
        foreach (var face in (string[])["Noto Sans Devanagari", "Noto Serif Devanagari", "Mukta", "Kohinoor Devanagari", "Nirmala UI", "Mangal"])
            Assert.Contains($"\"{face}\"", Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", Sheet, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Colours(int block) =>
        Named().Matches(Roots().Matches(Sheet)[block].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    // WCAG 2.2's relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour.Skip(1).Select(digit => new string(digit, 2))) : colour[1..];
        var channels = Enumerable.Range(0, 3).Select(at => int.Parse(digits.AsSpan(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex(@":root \{[^}]+\}")]
    private static partial Regex Roots();

    [GeneratedRegex(@"--([\w-]+): (#[0-9a-f]{3,6});")]
    private static partial Regex Named();
}
