using System.Globalization;

namespace SearchService.Engine.Querying;

/// <summary>
/// Cuts a query into tokens. Operators are upper-case ASCII words only, so that Hindi and English words stay words;
/// a sign (+ - =) counts only where a word begins, so that <c>जम्मू-कश्मीर</c> stays whole.
/// </summary>
internal sealed class QueryLexer(string text)
{
    /// <summary>Largest distance or slop: as far as two words of one article can usefully be apart.</summary>
    private const int MostDistance = 1000;

    private readonly List<QueryToken> _tokens = [];
    private int _at;
    private QuerySyntaxError? _error;

    /// <summary>The tokens, ended by <see cref="QueryTokenKind.End"/>, or the first error.</summary>
    public static (List<QueryToken> Tokens, QuerySyntaxError? Error) Read(string text)
    {
        var lexer = new QueryLexer(text);
        while (lexer._error is null && lexer.Next())
        {
        }

        lexer._tokens.Add(new(QueryTokenKind.End, text.Length));
        return (lexer._tokens, lexer._error);
    }

    private bool Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at >= text.Length)
            return false;
        var start = _at;
        switch (text[_at])
        {
            case '(':
                return Add(QueryTokenKind.Open, 1);
            case ')':
                return Add(QueryTokenKind.Close, 1);
            case '"' or '“' or '”':
                return Phrase(start);
            case '+' when WordFollows():
                return Add(QueryTokenKind.Plus, 1);
            case '-' when WordFollows():
                return Add(QueryTokenKind.Minus, 1);
            case '=' when WordFollows() && text[_at + 1] != '=':
                return Add(QueryTokenKind.Exact, 1);
            default:
                return Run(start);
        }
    }

    private bool WordFollows() => _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]) && text[_at + 1] is not ('-' or '+' or ')');

    private bool Add(QueryTokenKind kind, int length)
    {
        _tokens.Add(new(kind, _at));
        _at += length;
        return true;
    }

    private bool Phrase(int start)
    {
        var end = text.AsSpan(start + 1).IndexOfAny('"', '“', '”');
        if (end < 0)
            return Fail(start, "This quotation mark is never closed; a phrase is written \"like this\".");
        var inside = text.Substring(start + 1, end);
        _at = start + end + 2;
        var slop = 0;
        if (_at < text.Length && text[_at] == '~')
        {
            _at++;
            if (!Number(out slop))
                return Fail(_at, $"Expected a number from 0 to {MostDistance} after ~.");
        }

        _tokens.Add(new(QueryTokenKind.Phrase, start, inside, slop));
        return true;
    }

    private bool Run(int start)
    {
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '"' or '“' or '”'))
        {
            if (text[_at] == ':' && IsFieldName(text.AsSpan(start, _at - start)))
                return Field(start);
            _at++;
        }

        var run = text[start.._at];
        switch (run)
        {
            case "AND":
                _tokens.Add(new(QueryTokenKind.And, start));
                return true;
            case "OR":
                _tokens.Add(new(QueryTokenKind.Or, start));
                return true;
            case "NOT":
                _tokens.Add(new(QueryTokenKind.Not, start));
                return true;
        }

        if (run is "NEAR" || run.StartsWith("NEAR/", StringComparison.Ordinal))
        {
            _at = start + Math.Min(run.Length, 5);
            if (run.Length < 6 || !Number(out var distance) || distance == 0 || _at != start + run.Length)
                return Fail(start, $"Expected NEAR/n with n from 1 to {MostDistance}, as in: बाढ़ NEAR/5 राहत.");
            _tokens.Add(new(QueryTokenKind.Near, start, Number: distance));
            return true;
        }

        _tokens.Add(new(QueryTokenKind.Word, start, run));
        return true;
    }

    private static bool IsFieldName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return !name.IsEmpty;
    }

    private bool Field(int start)
    {
        var name = text[start.._at];
        var known = QueryFields.IsKnown(name);
        var after = _at + 1 < text.Length ? text[_at + 1] : ' ';
        if (!known && (after is '/' || char.IsWhiteSpace(after)))
        {
            // An address (https://…) or a label ("Covid: …") is text, not a field.
            while (_at < text.Length && !char.IsWhiteSpace(text[_at]))
                _at++;
            _tokens.Add(new(QueryTokenKind.Word, start, text[start.._at]));
            return true;
        }

        if (!known)
            return Fail(start, $"There is no field \"{name}\". The fields are {QueryFields.Names}.");
        _at++;
        _tokens.Add(new(QueryTokenKind.Field, start, name.ToLowerInvariant()));
        return true;
    }

    private bool Number(out int value)
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= MostDistance;
    }

    private bool Fail(int position, string message)
    {
        _error ??= new(position, message);
        return false;
    }
}
