using SearchService.Language.Tokenization;

namespace SearchService.Language.Segmentation;

/// <summary>
/// Sentences of Hindi and English text. They end at । ॥ ? ! and at a full stop that closes no abbreviation or initial, with the closing quotes and
/// brackets after it, and always at a line feed.
/// </summary>
public static class Sentences
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviated =
        new HashSet<string>(ResourceTable.Tokens("Segmentation.abbreviations.txt")).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, each without the white space around it; nothing of the text but white space is left out.</summary>
    public static List<(int Start, int Length)> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit is '\n' or '\r' or '\u2028' or '\u2029')
            {
                Add(text, start, index, sentences);
                start = index + 1;
                continue;
            }
            if (unit is not ('।' or '॥' or '?' or '!' or '.' or '…'))
                continue;
            var end = EndOfMarks(text, index);
            if (Ends(text, index, end))
            {
                Add(text, start, end, sentences);
                start = end;
            }
            index = end - 1;
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>Behind the end marks, closing quotes and closing brackets that follow one another.</summary>
    private static int EndOfMarks(string text, int index)
    {
        while (index < text.Length && text[index] is '।' or '॥' or '?' or '!' or '.' or '…' or '’' or '”' or '\'' or '"' or ')' or ']' or '»')
            index++;
        return index;
    }

    private static bool Ends(string text, int mark, int end)
    {
        if (text[mark] is '।' or '॥' || end == text.Length)
            return true;
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00A0')
            next++;
        if (next == text.Length || text[next] is '\n' or '\r')
            return true;
        // 5.2, example.com, and a sentence that goes on in lower case.
        if (next == end || char.IsLower(text[next]))
            return false;
        if (text[mark] is '?' or '!')
            return true;
        if (text[mark] == '…')
            return false;
        return !IsAbbreviation(text, mark);
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        var from = stop;
        while (from > 0 && (CharTable.Of(text[from - 1]) & CharKind.KindMask) is not (CharKind.Separator or CharKind.Digit))
            from--;
        var word = text.AsSpan(from, stop - from);
        if (word.IsEmpty)
            return false;
        var syllables = Syllables.Count(word);
        if (Abbreviated.Contains(word) || Abbreviations.IsLetterName(word))
            return true;
        // Initials: one Latin capital; one syllable between full stops (म.प्र.).
        return syllables == 1 && (char.IsUpper(word[0]) || (from > 0 && text[from - 1] == '.'));
    }

    private static void Add(string text, int start, int end, List<(int, int)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add((start, end - start));
    }
}
