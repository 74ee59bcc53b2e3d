namespace SearchService.Language.Tokenization;

/// <summary>
/// Finds where a word ends. Letters of one script and digits stay together (<c>5G</c>, <c>H1N1</c>, <c>जी20</c>, <c>10वीं</c>); a change of script ends the
/// word (<c>CBIने</c> is <c>CBI</c> + <c>ने</c>), and so does Devanagari after digits unless it is an ordinal ending (<c>2019में</c> is <c>2019</c> + <c>में</c>).
/// </summary>
internal static class AtomScanner
{
    private static readonly string[] OrdinalEndings =
        ["वाँ", "वां", "वीं", "वें", "वा", "वी", "वे", "ला", "ली", "ले", "रा", "री", "रे", "था", "थी", "थे", "ठा", "ठी", "ठे"];

    /// <summary>The atom at <paramref name="start"/>, where a code point that starts a word must stand.</summary>
    public static Atom Scan(ReadOnlySpan<char> text, int start)
    {
        var first = CharTable.At(text, start, out var length);
        var flags = first & ~CharKind.KindMask;
        var script = first & CharKind.KindMask;
        var last = script;
        var ignorable = false;
        var letters = 1;
        var index = start + length;
        while (index < text.Length)
        {
            var unit = text[index];
            var kind = CharTable.Of(unit);
            length = 1;
            if (kind == CharKind.Surrogate)
                kind = CharTable.At(text, index, out length);
            var plain = kind & CharKind.KindMask;
            if (plain == CharKind.Mark)
            {
            }
            else if (plain == CharKind.Ignorable)
            {
                ignorable = true;
            }
            else if (plain == CharKind.Separator)
            {
                if ((kind & CharKind.Joiner) == 0)
                    break;
                if (unit == '.' && script == last && last is CharKind.Latin or CharKind.Devanagari && (letters == 1 || last == CharKind.Devanagari)
                    && Abbreviations.End(text, start, index, script) is var end && end > 0)
                {
                    index = end;
                    for (var inside = start; inside < end; inside++)
                        flags |= CharTable.Of(text[inside]) & ~(CharKind.KindMask | CharKind.Joiner);
                    ignorable |= ContainsIgnorable(text[start..end]);
                    break;
                }
                if (!Joins(text, index, last))
                    break;
                if (unit is not ('\'' or '.' or ','))
                    flags |= CharKind.Joiner;
                index++;
                continue;
            }
            else
            {
                if (plain != last || plain == CharKind.Ideograph)
                {
                    if (!Continues(text, index, script, last, plain))
                        break;
                    if (script == CharKind.Digit)
                        script = plain;
                }
                last = plain;
                letters++;
            }
            flags |= kind & ~CharKind.KindMask;
            index += length;
        }
        return new Atom(start, index, flags, ignorable, KindOf(script));
    }

    private static bool Continues(ReadOnlySpan<char> text, int index, CharKind script, CharKind last, CharKind next)
    {
        if (script == CharKind.Ideograph || next == CharKind.Ideograph)
            return false;
        if (next == CharKind.Digit)
            return true;
        if (script != CharKind.Digit && next != script)
            return false;
        return last != CharKind.Digit || next != CharKind.Devanagari || IsOrdinalEnding(text[index..]);
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (CharTable.Of(text[end]) & CharKind.KindMask) is CharKind.Devanagari or CharKind.Mark)
            end++;
        foreach (var ending in OrdinalEndings)
        {
            if (text[..end].SequenceEqual(ending))
                return true;
        }
        return false;
    }

    /// <summary>An apostrophe between Latin letters, a point between digits, a grouping comma before two or three digits.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int index, CharKind last)
    {
        if (index + 1 >= text.Length)
            return false;
        var unit = text[index];
        var next = CharTable.Of(text[index + 1]) & CharKind.KindMask;
        if (CharTable.IsApostrophe(unit))
            return last == CharKind.Latin && next == CharKind.Latin;
        if (last != CharKind.Digit || next != CharKind.Digit)
            return false;
        if (unit == '.')
            return true;
        if (unit != ',')
            return false;
        var end = index + 1;
        while (end < text.Length && (CharTable.Of(text[end]) & CharKind.KindMask) == CharKind.Digit)
            end++;
        return end - index is 3 or 4;
    }

    private static bool ContainsIgnorable(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (CharTable.Of(unit) == CharKind.Ignorable)
                return true;
        }
        return false;
    }

    private static WordKind KindOf(CharKind script) => script switch
    {
        CharKind.Devanagari => WordKind.Devanagari,
        CharKind.Latin => WordKind.Latin,
        CharKind.Digit => WordKind.Number,
        _ => WordKind.Other,
    };
}
