using System.Text;
using System.Text.RegularExpressions;

namespace SearchService.Engine.Tests.Citing;

/// <summary>Reads a BibTeX entry as BibTeX does, counting braces, and undoes what TeX would print.</summary>
internal static class BibTexReader
{
    private static readonly (string Command, string Letter)[] Commands =
    [
        (@"\textbackslash{}", "\\"), (@"\textbraceleft{}", "{"), (@"\textbraceright{}", "}"), (@"\textasciicircum{}", "^"), (@"\textasciitilde{}", "~"),
        (@"\$", "$"), (@"\&", "&"), (@"\%", "%"), (@"\#", "#"), (@"\_", "_"),
    ];

    public static (string Type, string Key, Dictionary<string, string> Fields) Read(string entry)
    {
        var head = Regex.Match(entry, @"\A@(\w+)\{([^,\s]+)");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = head.Length;
        while (entry[at] == ',')
        {
            var name = Regex.Match(entry[at..], @"\A,\s*(\w+) = ");
            at += name.Length;
            var start = at;
            var depth = 0;
            for (; depth > 0 || entry[at] is not (',' or '\n'); at++)
                depth += entry[at] switch { '{' => 1, '}' => -1, _ => 0 };
            fields.Add(name.Groups[1].Value, name.Groups[1].Value is "url" ? entry[(start + 1)..(at - 1)] : Printed(entry[start..at]));
        }

        return entry[at..] == "\n}\n" ? (head.Groups[1].Value, head.Groups[2].Value, fields) : throw new FormatException($"Left over: {entry[at..]}");
    }

    private static string Printed(string value)
    {
        var printed = new StringBuilder();
        for (var at = 0; at < value.Length;)
        {
            var (command, letter) = Commands.FirstOrDefault(one => string.CompareOrdinal(value, at, one.Command, 0, one.Command.Length) == 0);
            if (command is null && value[at] is '$' or '&' or '%' or '#' or '_' or '^' or '~')
                throw new FormatException($"TeX would not print {value[at]} in {value}");
            printed.Append(command is not null ? letter : value[at] is '{' or '}' ? "" : value[at]);
            at += command?.Length ?? 1;
        }

        return printed.ToString();
    }
}
