using System.Text;

namespace SearchService.Articles;

/// <summary>Word lists kept as embedded files: lines, <c>#</c> comments, words separated by spaces.</summary>
internal static class WordFile
{
    /// <summary>Lines of an embedded file of this assembly, comments and empty lines left out.</summary>
    /// <param name="name">Folder and file, for example <c>Dates.datewords.tsv</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(WordFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"SearchService.Articles.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#')) yield return line.Normalize();
        }
    }

    /// <summary>All words of an embedded file, each as <see cref="Key"/> makes it.</summary>
    public static HashSet<string> Words(string name) =>
        [.. Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => Key(word))];

    /// <summary>A word as it is compared: lower case, without nukta (U+093C) and joiners, chandrabindu (U+0901) as anusvara (U+0902).</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is not ('\u093C' or '\u200C' or '\u200D')) key.Append(c == '\u0901' ? '\u0902' : char.ToLowerInvariant(c));
        }
        return key.ToString();
    }
}
