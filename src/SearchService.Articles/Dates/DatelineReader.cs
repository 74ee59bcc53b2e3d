namespace SearchService.Articles.Dates;

/// <summary>
/// Finds the dateline a paragraph opens with: place, comma, day, month: <c>इस्लामाबाद, सात अप्रैल पाकिस्तान के …</c>,
/// <c>नई दिल्ली, 7 अप्रैल (भाषा) …</c>, <c>न्यूयॉर्क, 30 दिसम्बर :</c>. A sentence that mentions a date is told by the words around the date.
/// </summary>
internal static class DatelineReader
{
    private const int Window = 160;
    private const int LongestPlace = 60;
    private const int MostPlaceWords = 6;

    private static readonly HashSet<string> NotPlaces = WordFile.Words("Dates.notplaces.txt");
    private static readonly HashSet<string> Postpositions = WordFile.Words("Dates.postpositions.txt");

    /// <summary>The dateline, or null when the paragraph opens with a sentence.</summary>
    public static Dateline? Find(string paragraph)
    {
        var words = Split(paragraph.AsSpan(0, Math.Min(paragraph.Length, Window)));
        for (var i = 1; i < words.Count && i <= MostPlaceWords + 1; i++)
        {
            if (DateEnd(paragraph, words, i) is not { } last) continue;
            return At(paragraph, words, i, last);
        }
        return null;
    }

    /// <summary>A place up to a day and month that stand in it, wherever they do but at its beginning.</summary>
    public static string WithoutDate(string place)
    {
        var words = Split(place.AsSpan(0, Math.Min(place.Length, Window)));
        for (var i = 1; i < words.Count; i++)
        {
            if (DateEnd(place, words, i) is not null) return place[..words[i - 1].End.Value];
        }
        return place;
    }

    private static Dateline? At(string paragraph, List<Range> words, int day, int last)
    {
        var before = paragraph.AsSpan(words[day - 1]);
        // A dash or colon may stand alone between place and day.
        var placeWords = before.Trim(",:-–—") is "" ? day - 1 : day;
        if (placeWords < 1) return null;
        var separated = before[^1] is ',' or ':' or '-' or '–' or '—';
        var end = words[last].Start.Value + Core(paragraph.AsSpan(words[last])).Length;
        var rest = paragraph.AsSpan(end).TrimStart();
        var closed = rest.Length > 0 && rest[0] is '(' or ':' or '-' or '–' or '—' or '।' or '|';
        if (!separated && !closed) return null;
        if (!closed && last + 1 < words.Count && Postpositions.Contains(WordFile.Key(Core(paragraph.AsSpan(words[last + 1]))))) return null;
        if (!IsPlace(paragraph, words, placeWords)) return null;
        var place = paragraph[..words[placeWords - 1].End.Value].TrimEnd(',', ':', '-', '–', '—', ' ');
        if (place.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket) place = place[..bracket].TrimEnd(',', ' ');
        return place.Length > LongestPlace ? null : new Dateline(place, paragraph[..end], Agency(rest));
    }

    // Index of the last word of a date that begins at word i: 7 अप्रैल, सात अप्रैल 2021, April 7; null when there is none.
    private static int? DateEnd(string text, List<Range> words, int i)
    {
        if (i + 1 >= words.Count) return null;
        var first = text.AsSpan(words[i]);
        var second = Core(text.AsSpan(words[i + 1]));
        var dayFirst = DateWords.Day(first) is not null && DateWords.Month(second) is not null;
        var monthFirst = DateWords.Month(first.TrimEnd('.')) is not null && DateWords.Number(second) is not null && DateWords.Day(second) is not null;
        if (!dayFirst && !monthFirst) return null;
        var last = i + 1;
        if (last + 1 >= words.Count) return last;
        var year = Core(text.AsSpan(words[last + 1]));
        return year.Length == 4 && DateWords.Number(year) is >= 1800 and <= 2999 ? last + 1 : last;
    }

    private static bool IsPlace(string text, List<Range> words, int count)
    {
        if (count > MostPlaceWords) return false;
        var commas = 0;
        for (var i = 0; i < count; i++)
        {
            var word = text.AsSpan(words[i]);
            var core = Core(word).TrimStart('(').TrimEnd(')');
            if (core.IsEmpty || !char.IsLetter(core[0]) || NotPlaces.Contains(WordFile.Key(core))) return false;
            foreach (var c in core)
            {
                if (char.IsDigit(c) || c is '।' or '?' or '!' or '"' or ':' or ';' or '‘' or '’' or '“' or '”') return false;
            }
            if (i < count - 1 && word[^1] is ',' && ++commas > 1) return false;
            if (i < count - 1 && word[^1] is '।' or '?' or '!' or ':' or ';') return false;
        }
        return true;
    }

    private static string? Agency(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[0] != '(') return null;
        var end = rest.IndexOf(')');
        return end is > 1 and < 40 ? rest[1..end].Trim().ToString() : null;
    }

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> word) => word.TrimEnd(",:;.-–—।|");

    private static List<Range> Split(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        var at = 0;
        while (words.Count < MostPlaceWords + 6)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            words.Add(start..at);
        }
        return words;
    }
}
