namespace SearchService.Articles.Dates;

/// <summary>Dates for readers: <c>April 7, 2021 14:27 IST</c>, <c>7 अप्रैल 2021, 02:27 PM</c>. They carry no offset; it is +05:30.</summary>
internal static class WrittenDate
{
    private static readonly char[] Separators = [' ', ',', '(', ')', '|', '\n', '\u00A0'];

    /// <summary>The first date in a text, with its clock time where one follows within the next words; null without one.</summary>
    public static DateTimeOffset? Find(string text)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (DateWords.Month(words[i].TrimEnd('.')) is not { } month) continue;
            if (DayAndYear(words, i) is not { } found || found.Day > DateTime.DaysInMonth(found.Year, month)) continue;
            var clock = Clock(words.AsSpan(Math.Min(words.Length, found.Next)));
            return new DateTimeOffset(new DateTime(found.Year, month, found.Day) + clock, IsoStamp.Indian);
        }
        return null;
    }

    // The day stands before or after the month, the year after both.
    private static (int Day, int Year, int Next)? DayAndYear(string[] words, int month)
    {
        if (month > 0 && Ordinal(words[month - 1]) is { } before && Year(words, month + 1) is { } year) return (before, year, month + 2);
        if (month + 1 < words.Length && Ordinal(words[month + 1]) is { } after && Year(words, month + 2) is { } later)
            return (after, later, month + 3);
        return null;
    }

    private static int? Ordinal(string word)
    {
        var suffix = word.Length > 2 && char.IsAsciiDigit(word[0]) && (word.EndsWith("st", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("nd", StringComparison.OrdinalIgnoreCase) || word.EndsWith("rd", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("th", StringComparison.OrdinalIgnoreCase));
        return DateWords.Day(suffix ? word.AsSpan(0, word.Length - 2) : word);
    }

    private static int? Year(string[] words, int at) =>
        at < words.Length && words[at].Length == 4 && DateWords.Number(words[at]) is { } year and >= 1800 and <= 2999 ? year : null;

    // 14:27, 14:27:42, 02:27 PM, 2:27pm; midnight when no clock is near.
    private static TimeSpan Clock(ReadOnlySpan<string> words)
    {
        for (var i = 0; i < Math.Min(words.Length, 3); i++)
        {
            var attached = words[i].EndsWith("PM", StringComparison.OrdinalIgnoreCase) || words[i].EndsWith("AM", StringComparison.OrdinalIgnoreCase);
            var half = attached ? words[i][^2..] : null;
            var parts = (half is null ? words[i] : words[i][..^2]).Split(':');
            if (parts.Length is < 2 or > 3 || DateWords.Number(parts[0]) is not { } hour || DateWords.Number(parts[1]) is not { } minute) continue;
            var second = parts.Length == 3 ? DateWords.Number(parts[2]) ?? 60 : 0;
            if (hour > 23 || minute > 59 || second > 59) continue;
            half ??= i + 1 < words.Length ? words[i + 1] : "";
            if (half.Equals("PM", StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
            if (half.Equals("AM", StringComparison.OrdinalIgnoreCase) && hour == 12) hour = 0;
            return new TimeSpan(hour, minute, second);
        }
        return TimeSpan.Zero;
    }
}
