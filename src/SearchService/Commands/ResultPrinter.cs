using System.Globalization;
using SearchService.Engine.Results;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary>Prints the answer to a search for people.</summary>
internal static class ResultPrinter
{
    private static readonly Style Marked = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Quiet = new(Color.Grey);

    /// <summary>Prints warnings to standard error, all else to standard output.</summary>
    public static void Print(SearchResponse response, Terminal terminal)
    {
        foreach (var warning in response.Warnings)
            terminal.Error.WriteLine(Printable.Line(warning.Message));

        // What the results are for, when it is not the query as written, is among the warnings.
        if (!response.Warnings.Any(warning => warning.Code == "corrected"))
            PrintMeant(response.Query, terminal);
        var console = terminal.Console;
        var more = response.Total.Relation == "gte" ? "at least " : "";
        var stories = response.Listed < response.Total.Value ? string.Create(CultureInfo.InvariantCulture, $" in {response.Listed:N0} stories") : "";
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{more}{response.Total.Value:N0} articles{stories}, {response.TookMs:0.0} ms\n"), Quiet));
        var number = (response.Page - 1) * response.PageSize;
        foreach (var hit in response.Hits)
            Print(hit, ++number, console);
        foreach (var (name, counts) in response.Facets)
            console.Write(new Text($"\n{name}: {string.Join(", ", counts.Select(count => $"{(count.Selected ? "✓ " : "")}{Printable.Line(count.Value)} {count.Count}"))}\n"));
        if (response.NextCursor is { } cursor)
            console.Write(new Text($"\n--cursor {cursor}\n", Quiet));
    }

    /// <summary>Prints the query with its misspelt words put right, if there are any.</summary>
    public static void PrintMeant(QueryReading reading, Terminal terminal)
    {
        if (reading.DidYouMean is { } meant)
            terminal.Console.Write(new Text($"Did you mean: {Printable.Line(meant)}\n"));
    }

    private static void Print(Hit hit, int number, IAnsiConsole console)
    {
        console.Write(new Text($"\n{number}. "));
        Write(hit, "headline", hit.Headline, console);
        Write(hit, "webTitle", hit.WebTitle, console);
        var facts = new[] { hit.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hit.Place, hit.Agency, hit.Category, hit.Id, hit.Copies > 0 ? $"{hit.Copies} more {(hit.Copies == 1 ? "copy" : "copies")}" : null };
        console.Write(new Text("   " + string.Join(" · ", facts.OfType<string>().Select(Printable.Line)) + "\n", Quiet));
        Write(hit, "body", "", console);
    }

    private static void Write(Hit hit, string field, string unmarked, IAnsiConsole console)
    {
        var passages = hit.Highlights.Where(highlight => highlight.Field == field).ToList();
        if (passages.Count == 0 && unmarked.Length > 0)
            passages.Add(new Highlight(field, unmarked, [], ""));
        foreach (var passage in passages.Where(passage => passage.Text.Length > 0))
        {
            if (field != "headline")
                console.Write(new Text("   "));
            var at = 0;
            foreach (var span in passage.Spans)
            {
                console.Write(new Text(Printable.Line(passage.Text[at..span[0]])));
                at = span[0] + span[1];
                console.Write(new Text(Printable.Line(passage.Text[span[0]..at]), Marked));
            }

            console.Write(new Text(Printable.Line(passage.Text[at..]) + "\n"));
        }
    }
}
