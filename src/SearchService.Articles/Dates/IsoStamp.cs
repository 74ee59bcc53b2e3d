namespace SearchService.Articles.Dates;

/// <summary>
/// ISO 8601 times as archives write them, badly too: <c>2021-04-07T14:27:42+5:30</c> (hour of the offset in one digit), a space for the T,
/// no seconds, <c>+0530</c>, <c>Z</c>. Without an offset the time is Indian: +05:30.
/// </summary>
internal static class IsoStamp
{
    /// <summary>Offset of Indian time, used where none is printed.</summary>
    public static readonly TimeSpan Indian = new(5, 30, 0);

    /// <summary>Parses a text that is one time, or one date (then midnight).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        text = text.Trim();
        return TryReadAt(text, 0, dateAlone: true, out value, out var length) && length == text.Length;
    }

    /// <summary>Every time with a clock in a text, in order. Stamps may touch: <c>…+5:302021-04-07T…</c>.</summary>
    public static List<DateTimeOffset> FindAll(ReadOnlySpan<char> text)
    {
        var found = new List<DateTimeOffset>();
        for (var at = 0; at + 16 <= text.Length; at++)
        {
            if (text[at + 4] != '-' || !TryReadAt(text, at, dateAlone: false, out var value, out var length)) continue;
            found.Add(value);
            at += length - 1;
        }
        return found;
    }

    private static bool TryReadAt(ReadOnlySpan<char> text, int start, bool dateAlone, out DateTimeOffset value, out int length)
    {
        value = default;
        length = 0;
        var at = start;
        if (!Number(text, ref at, 4, out var year) || !Skip(text, ref at, '-') || !Number(text, ref at, 2, out var month)
            || !Skip(text, ref at, '-') || !Number(text, ref at, 2, out var day))
            return false;
        int hour = 0, minute = 0, second = 0;
        var ticks = 0L;
        var offset = Indian;
        var hasClock = at + 1 < text.Length && text[at] is 'T' or 't' or ' ' && char.IsAsciiDigit(text[at + 1]);
        if (!hasClock && !dateAlone) return false;
        if (hasClock)
        {
            at++;
            if (!Number(text, ref at, 2, out hour) || !Skip(text, ref at, ':') || !Number(text, ref at, 2, out minute)) return false;
            if (Skip(text, ref at, ':'))
            {
                if (!Number(text, ref at, 2, out second)) return false;
                ticks = Fraction(text, ref at);
            }
            if (!Offset(text, ref at, ref offset)) return false;
        }
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        var clock = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        if (clock.Ticks < offset.Ticks || clock.Ticks - offset.Ticks > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(clock, offset);
        length = at - start;
        return true;
    }

    // ±H:MM, ±HH:MM, ±HHMM, ±HMM, ±HH, Z or nothing. Exactly two digits of minutes: the next stamp may follow at once.
    private static bool Offset(ReadOnlySpan<char> text, ref int at, ref TimeSpan offset)
    {
        var sign = at;
        if (sign < text.Length && text[sign] == ' ' && sign + 1 < text.Length && text[sign + 1] is '+' or '-') sign++;
        if (sign >= text.Length) return true;
        if (text[sign] is 'Z' or 'z')
        {
            offset = TimeSpan.Zero;
            at = sign + 1;
            return true;
        }
        if (text[sign] is not ('+' or '-')) return true;
        var digits = 0;
        while (digits < 4 && sign + 1 + digits < text.Length && char.IsAsciiDigit(text[sign + 1 + digits])) digits++;
        var hasColon = digits is 1 or 2 && sign + 1 + digits < text.Length && text[sign + 1 + digits] == ':';
        if (digits == 0 || (digits == 1 && !hasColon)) return false;
        var cursor = sign + 1;
        if (!Number(text, ref cursor, digits is 1 or 3 ? 1 : 2, out var hours)) return false;
        var minutes = 0;
        if ((hasColon && !Skip(text, ref cursor, ':')) || ((hasColon || digits > 2) && !Number(text, ref cursor, 2, out minutes))) return false;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[sign] == '-' ? -1 : 1);
        at = cursor;
        return true;
    }

    private static long Fraction(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('.' or ',') || !char.IsAsciiDigit(text[at + 1])) return 0;
        var ticks = 0L;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++, unit /= 10) ticks += (text[at] - '0') * unit;
        return ticks;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char expected)
    {
        if (at >= text.Length || text[at] != expected) return false;
        at++;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, int digits, out int value)
    {
        value = 0;
        if (at + digits > text.Length) return false;
        for (var end = at + digits; at < end; at++)
        {
            if (!char.IsAsciiDigit(text[at])) return false;
            value = (value * 10) + (text[at] - '0');
        }
        return true;
    }
}
