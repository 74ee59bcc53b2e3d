using SearchService.Language.Concepts;

namespace SearchService.Language.Evaluation;

/// <summary>Reads the lists that measurements are made with.</summary>
internal static class WordLists
{
    /// <summary>A vocabulary of lines <c>word TAB count</c>, in NFC; a line without a count counts 1.</summary>
    public static Vocabulary Vocabulary(IEnumerable<string> lines)
    {
        var vocabulary = new Vocabulary();
        foreach (var line in lines)
        {
            var columns = line.Split('\t');
            vocabulary.Add(columns[0].Trim().Normalize(), columns.Length > 1 && int.TryParse(columns[1], out var count) ? count : 1);
        }

        return vocabulary;
    }

    /// <summary>The first two columns of each line that is not blank, in NFC; further columns are ignored.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="expected">What a line holds, for the message.</param>
    /// <exception cref="FormatException">A line has no two columns; the message names it.</exception>
    public static IEnumerable<(string First, string Second)> Pairs(IEnumerable<string> lines, string expected)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var columns = line.Split('\t');
            if (columns.Length < 2)
                throw new FormatException($"line {number}: expected '{expected}'");
            yield return (columns[0].Trim().Normalize(), columns[1].Trim().Normalize());
        }
    }
}
