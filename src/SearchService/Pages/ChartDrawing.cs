using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace SearchService.Pages;

/// <summary>
/// Draws a chart as SVG with text and colours left to the style sheet. It shows what the table beside it says. Bars are links for a pointer:
/// keyboards and screen readers have the table's, so the drawing is hidden from them. Lines are a picture with a name and a description.
/// </summary>
internal sealed class ChartDrawing
{
    private const double Width = 480, Height = 220, Left = 52, Right = 8, Top = 12, Bottom = 30;

    /// <summary>Half the width of a label of the axis of time, in the large letters of a phone.</summary>
    private const double HalfLabel = 36;

    /// <summary>Most labels on the axis of time.</summary>
    private const int MostLabels = 6;

    /// <summary>Lines with no more points than this show each of them.</summary>
    private const int MostDots = 60;

    private readonly StringBuilder _svg = new();
    private readonly int _count;
    private readonly double _top;

    private ChartDrawing(IReadOnlyList<string> names, double most, Func<double, string> told, string role, string inside = "")
    {
        (_count, _top) = (names.Count, Rounded(most));
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" {role} focusable=\"false\">{inside}");
        for (var tick = 0; tick <= 2; tick++)
        {
            var y = Y(_top * tick / 2);
            _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\"/>");
            Text(Left - 6, y + 4, "end", told(_top * tick / 2));
        }

        var step = Math.Max(1, (_count + MostLabels - 1) / MostLabels);
        for (var at = 0; at < _count; at += step)
        {
            // The last label may not reach over the edge.
            var middle = X(at) + (Slot / 2);
            if (middle > Width - HalfLabel)
                Text(Width - 1, Height - 10, "end", names[at]);
            else
                Text(middle, Height - 10, "middle", names[at]);
        }
    }

    private double Slot => (Width - Left - Right) / Math.Max(1, _count);

    /// <summary>Bars, each a link; of nothing there is none.</summary>
    /// <param name="bars">Name, value, what a pointer is told, and where the link leads.</param>
    /// <param name="told">How a value of the axis is written.</param>
    public static MarkupString Bars(IReadOnlyList<(string Name, double? Value, string Title, string Link)> bars, Func<double, string> told)
    {
        var chart = new ChartDrawing([.. bars.Select(bar => bar.Name)], bars.Max(bar => bar.Value) ?? 0, told, "aria-hidden=\"true\"");
        for (var at = 0; at < bars.Count; at++)
        {
            if (bars[at].Value is not > 0)
                continue;
            var (x, y, width) = (chart.X(at), chart.Y(bars[at].Value!.Value), Math.Max(0.6, chart.Slot * 0.84));
            chart._svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{WebUtility.HtmlEncode(bars[at].Link)}\" tabindex=\"-1\"><title>{WebUtility.HtmlEncode(bars[at].Title)}</title>")
                .Append(CultureInfo.InvariantCulture, $"<rect class=\"reach\" x=\"{x:0.##}\" y=\"{Top}\" width=\"{chart.Slot:0.##}\" height=\"{Height - Top - Bottom}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"{x + (chart.Slot * 0.08):0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{Height - Bottom - y:0.##}\"/></a>");
        }

        return chart.Done();
    }

    /// <summary>A line for each series, in a class of its own; where a value is missing the line is broken.</summary>
    /// <param name="names">Names of the intervals.</param>
    /// <param name="series">Values by interval.</param>
    /// <param name="told">How a value of the axis is written.</param>
    /// <param name="title">What the picture is called.</param>
    /// <param name="description">What it shows, in a sentence or two.</param>
    public static MarkupString Lines(
        IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double?>> series, Func<double, string> told, string title, string description)
    {
        var chart = new ChartDrawing(
            names,
            series.SelectMany(values => values).Max() ?? 0,
            told,
            "role=\"img\" aria-labelledby=\"chart-title\" aria-describedby=\"chart-desc\"",
            $"<title id=\"chart-title\">{WebUtility.HtmlEncode(title)}</title><desc id=\"chart-desc\">{WebUtility.HtmlEncode(description)}</desc>");
        for (var number = 0; number < series.Count; number++)
            chart.Line(series[number], $"line s{number + 1}");
        return chart.Done();
    }

    /// <summary>A value that is easy to read at or above another: 1, 2, 2.5 or 5 with zeros.</summary>
    internal static double Rounded(double most)
    {
        if (most <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (most <= factor * power)
                return factor * power;
        }

        return 10 * power;
    }

    private void Line(IReadOnlyList<double?> values, string kind)
    {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value)
                continue;
            var (x, y) = (X(at) + (Slot / 2), Y(value));
            var begins = at == 0 || values[at - 1] is null;
            path.Append(CultureInfo.InvariantCulture, $"{(begins ? 'M' : 'L')}{x:0.##} {y:0.##}");
            // A value between two gaps makes no line.
            if (values.Count <= MostDots || (begins && (at + 1 == values.Count || values[at + 1] is null)))
                dots.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"2.5\"/>");
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{kind}\"><path d=\"{path}\"/>{dots}</g>");
    }

    private double X(int at) => Left + (at * Slot);

    private double Y(double value) => Height - Bottom - (value / _top * (Height - Top - Bottom));

    private void Text(double x, double y, string anchor, string text) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>");

    private MarkupString Done() => new(_svg.Append("</svg>").ToString());
}
