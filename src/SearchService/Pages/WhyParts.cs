using System.Globalization;
using SearchService.Engine.Explaining;

namespace SearchService.Pages;

/// <summary>An explanation as a reader is told it.</summary>
internal static class WhyParts
{
    /// <summary>
    /// Scores to two places that add up to the total to two places: each is the difference of two rounded sums, so that what a reader adds
    /// up on paper is the sum at the end.
    /// </summary>
    public static IReadOnlyList<decimal> Rounded(IEnumerable<double> scores)
    {
        var rounded = new List<decimal>();
        double sum = 0;
        foreach (var score in scores)
        {
            var before = Shown(sum);
            sum += score;
            rounded.Add(Shown(sum) - before);
        }

        return rounded;

        static decimal Shown(double value) => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>A score in digits.</summary>
    public static string Score(Visit visit, decimal score) => score.ToString("0.00", visit.Language.Culture);

    /// <summary>Where each form of a word stands: a form and why it answers, with its fields and how often in each.</summary>
    public static IEnumerable<(string Form, string Reason, string Fields)> Forms(Visit visit, ExplainedPart part) =>
        part.Places.GroupBy(place => (place.Form, place.Reason)).Select(form => (form.Key.Form ?? "", form.Key.Reason ?? "", Fields(visit, form)));

    /// <summary>Fields with how often: शीर्षक में 1 बार, पाठ में 3 बार; fields alone where nearness counts.</summary>
    public static string Fields(Visit visit, IEnumerable<ExplainedPlace> places) => string.Join(", ", places.Select(place => place.Occurrences is { } times
        ? visit.Text(times == 1 ? "why.once" : "why.times", visit.Text("why.field." + place.Field), visit.Number(times))
        : visit.Text("why.in", visit.Text("why.field." + place.Field))));

    /// <summary>How rare a word is, by the share of the archive's articles that hold it: <c>rare</c> to 1 %, <c>common</c> from 20 %.</summary>
    public static string Rarity(ExplainedPart part, int articles) => ((double)part.Articles / Math.Max(1, articles)) switch
    {
        <= 0.01 => "rare",
        < 0.2 => "usual",
        _ => "common",
    };

    /// <summary>The anchor of the explanation of the hit of that number.</summary>
    public static string Anchor(int number) => "why-" + number.ToString(CultureInfo.InvariantCulture);
}
