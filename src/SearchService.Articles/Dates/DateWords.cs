namespace SearchService.Articles.Dates;

/// <summary>Months and days of the month as Hindi and English pages write them: सात, 7, ७; सितंबर, सितम्बर, Sept.</summary>
internal static class DateWords
{
    private static readonly Dictionary<string, int> Months = Load("month");
    private static readonly Dictionary<string, int> Days = Load("day");

    /// <summary>Number of a month by its name, 1 to 12; null for another word.</summary>
    public static int? Month(ReadOnlySpan<char> word) => Months.TryGetValue(WordFile.Key(word), out var month) ? month : null;

    /// <summary>Day of the month, 1 to 31, in digits of either script or in words; null for another word.</summary>
    public static int? Day(ReadOnlySpan<char> word)
    {
        if (Number(word) is { } number) return word.Length <= 2 && number is >= 1 and <= 31 ? number : null;
        return Days.TryGetValue(WordFile.Key(word), out var day) ? day : null;
    }

    /// <summary>A number of up to four digits, ASCII or Devanagari (U+0966 to U+096F); null for anything else.</summary>
    public static int? Number(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 4) return null;
        var value = 0;
        foreach (var c in word)
        {
            var digit = c is >= '\u0966' and <= '\u096F' ? c - '\u0966' : c - '0';
            if (digit is < 0 or > 9) return null;
            value = (value * 10) + digit;
        }
        return value;
    }

    private static Dictionary<string, int> Load(string kind)
    {
        var words = new Dictionary<string, int>();
        foreach (var line in WordFile.Lines("Dates.datewords.tsv"))
        {
            var columns = line.Split('\t');
            if (columns[0] != kind) continue;
            var number = int.Parse(columns[1], System.Globalization.CultureInfo.InvariantCulture);
            foreach (var spelling in columns[2].Split(' ')) words[WordFile.Key(spelling)] = number;
        }
        return words;
    }
}
