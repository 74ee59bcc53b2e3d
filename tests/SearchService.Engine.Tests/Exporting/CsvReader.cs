using System.Text;

namespace SearchService.Engine.Tests.Exporting;

/// <summary>Reads CSV by the letter of RFC 4180.</summary>
internal static class CsvReader
{
    public static List<string[]> Read(string text)
    {
        var (rows, row, cell) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '"')
                throw new FormatException($"A cell begins without a quotation mark at {at}.");
            for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                cell.Append(text[at] == '"' ? text[++at] : text[at]);
            row.Add(cell.ToString());
            cell.Clear();
            if (text[++at] == ',')
                continue;
            if (text[at] != '\r' || text[++at] != '\n')
                throw new FormatException($"A row ends without CR LF at {at}.");
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }
}
