using System.Globalization;
using Spectre.Console;

namespace SearchService.Commands;

/// <summary>A table of figures with their names.</summary>
internal static class FigureTable
{
    /// <summary>Prints a line for each figure.</summary>
    public static void Print(Terminal terminal, params ReadOnlySpan<(string Name, string Figure)> figures)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders();
        table.AddColumn("name").AddColumn(new TableColumn("figure").RightAligned());
        foreach (var (name, figure) in figures)
            table.AddRow(new Text(name), new Text(figure));
        terminal.Console.Write(table);
    }

    /// <summary>A whole number, grouped.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share from 0 to 1, to three places.</summary>
    public static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
