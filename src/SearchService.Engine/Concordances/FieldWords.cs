using SearchService.Language.Tokenization;

namespace SearchService.Engine.Concordances;

/// <summary>The words of a text in order, by the ordinals that the index knows them by. Reused for text after text.</summary>
internal sealed class FieldWords
{
    private readonly WordReader _reader = new();
    private readonly List<(int Start, int Length)> _words = [];

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many words there are, wholes of compounds left out.</summary>
    public int Count => _words.Count;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="each">Called with the ordinal and the indexed form of each word.</param>
    public void Read(string text, Action<int, ReadOnlySpan<char>>? each = null)
    {
        Text = text;
        _words.Clear();
        _reader.Reset(text);
        while (_reader.MoveNext())
        {
            if (_reader.IsWhole)
                continue;
            each?.Invoke(_words.Count, _reader.Form);
            _words.Add((_reader.Start, _reader.Length));
        }
    }

    /// <summary>Where a word starts, in UTF-16 units.</summary>
    public int StartOf(int word) => _words[word].Start;

    /// <summary>First unit after a word.</summary>
    public int EndOf(int word) => _words[word].Start + _words[word].Length;

    /// <summary>The text before a word, from the word that many places back, or from the beginning.</summary>
    public string Before(int word, int words) => Plain(word <= words ? 0 : StartOf(word - words), StartOf(word));

    /// <summary>The text after a word, to the word that many places on, or to the end.</summary>
    public string After(int word, int words) => Plain(EndOf(word), word + words >= Count - 1 ? Text.Length : EndOf(word + words));

    /// <summary>A stretch of the text on one line: white space and control characters as single spaces.</summary>
    public string Plain(int start, int end) => string.Create(PlainLength(start, end), (Text, start, end), static (line, state) => Plain(state.Text.AsSpan(state.start..state.end), line));

    private int PlainLength(int start, int end) => Plain(Text.AsSpan(start..end), []);

    private static int Plain(ReadOnlySpan<char> text, Span<char> line)
    {
        var length = 0;
        var spaced = false;
        foreach (var one in text)
        {
            var space = char.IsWhiteSpace(one) || char.IsControl(one);
            if (!(space && spaced))
            {
                if (!line.IsEmpty)
                    line[length] = space ? ' ' : one;
                length++;
            }

            spaced = space;
        }

        return length;
    }
}
