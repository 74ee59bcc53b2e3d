namespace SearchService.Engine.Querying;

/// <summary>
/// Reads the query language. Words side by side form a bag and bind tightest, then NEAR, AND, OR:
/// <c>विदेश मंत्री AND रूस OR चीन</c> is ((विदेश मंत्री) AND रूस) OR चीन. <c>a NOT b</c> is a bag without b.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Deepest nesting of parentheses.</summary>
    public const int MostDepth = 20;

    private readonly List<QueryToken> _tokens;
    private int _at;
    private int _depth;
    private TextFields _fields = TextFields.All;
    private QuerySyntaxError? _error;

    private QueryParser(List<QueryToken> tokens, QuerySyntaxError? error) => (_tokens, _error) = (tokens, error);

    private QueryToken Current => _tokens[_at];

    /// <summary>Reads a query; an empty one is an empty bag.</summary>
    public static (QueryNode? Query, QuerySyntaxError? Error) Parse(string text)
    {
        var (tokens, error) = QueryLexer.Read(text);
        if (error is not null)
            return (null, error);
        var parser = new QueryParser(tokens, error);
        if (parser.Current.Kind == QueryTokenKind.End)
            return (new BagNode([]), null);
        var query = parser.Any();
        if (parser.Current.Kind == QueryTokenKind.Close)
            parser.Fail(parser.Current, "This closing parenthesis has no opening one.");
        return parser._error is null ? (query, null) : (null, parser._error);
    }

    /// <summary>The query of a text without syntax: any of its words.</summary>
    public static QueryNode Plain(string text) => new BagNode([new(Occurrence.Optional, new WordNode(text, Exact: false, TextFields.All))]);

    private QueryNode Any() => Chain(QueryTokenKind.Or, All, parts => new AnyNode(parts));

    private QueryNode All() => Chain(QueryTokenKind.And, Bag, parts => new AllNode(parts));

    private static QueryNode One(List<QueryNode> parts, Func<List<QueryNode>, QueryNode> join) => parts.Count == 1 ? parts[0] : join(parts);

    private QueryNode Chain(QueryTokenKind sign, Func<QueryNode> operand, Func<List<QueryNode>, QueryNode> join)
    {
        var parts = new List<QueryNode> { operand() };
        while (_error is null && Take(sign))
            parts.Add(operand());
        return One(parts, join);
    }

    private BagNode Empty(string message)
    {
        Fail(Current, message);
        return new([]);
    }

    private QueryNode Bag()
    {
        var items = new List<BagItem>();
        while (_error is null && Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or))
        {
            var occurrence = Current.Kind switch
            {
                QueryTokenKind.Plus => Occurrence.Required,
                QueryTokenKind.Minus or QueryTokenKind.Not => Occurrence.Prohibited,
                _ => Occurrence.Optional,
            };
            if (occurrence != Occurrence.Optional)
                _at++;
            items.Add(new(occurrence, Near()));
        }

        return items switch
        {
            [] => Empty("Expected a word, a phrase, a field or a parenthesis here."),
            [{ Occurrence: Occurrence.Optional } only] => only.Node,
            _ => new BagNode(items),
        };
    }

    private QueryNode Near()
    {
        var left = Primary();
        while (_error is null && Current.Kind == QueryTokenKind.Near)
        {
            var near = Current;
            _at++;
            var right = Primary();
            if (!CanBeNear(left) || !CanBeNear(right))
                Fail(near, "NEAR joins words, phrases and alternatives in parentheses, as in: (बाढ़ OR सूखा) NEAR/5 राहत.");
            left = new NearNode(left, right, near.Number);
        }

        return left;
    }

    private static bool CanBeNear(QueryNode node) => node switch
    {
        WordNode or PrefixNode or PhraseNode or NearNode => true,
        AnyNode any => any.Parts.All(CanBeNear),
        BagNode bag => bag.Items.All(item => item.Occurrence == Occurrence.Optional && CanBeNear(item.Node)),
        _ => false,
    };

    private QueryNode Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return Group(token);
            case QueryTokenKind.Field:
                _at++;
                return Field(token);
            case QueryTokenKind.Exact:
                _at++;
                return Current.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase
                    ? Literal(exact: true)
                    : Empty("Expected a word or a phrase after =, which asks for it exactly as printed.");
            case QueryTokenKind.Word or QueryTokenKind.Phrase:
                return Literal(exact: false);
            default:
                return Empty("Expected a word, a phrase, a field or a parenthesis here.");
        }
    }

    private QueryNode Group(QueryToken open)
    {
        if (++_depth > MostDepth)
            return Empty($"Parentheses are nested more than {MostDepth} deep here.");
        _at++;
        var inside = Any();
        _depth--;
        if (_error is null && !Take(QueryTokenKind.Close))
            Fail(open, "This parenthesis is never closed.");
        return inside;
    }

    private QueryNode Literal(bool exact)
    {
        var token = Current;
        _at++;
        if (token.Kind == QueryTokenKind.Phrase)
            return new PhraseNode(token.Text, token.Number, exact, _fields);
        var star = token.Text.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return new WordNode(token.Text, exact, _fields);
        if (star < token.Text.Length - 1 || star < 2 || exact)
        {
            Fail(token with { Position = token.Position + star }, "A star stands at the end of at least two letters, as in: पाकिस्ता*.");
            return new BagNode([]);
        }

        return new PrefixNode(token.Text[..star], _fields);
    }

    private QueryNode Field(QueryToken field)
    {
        if (QueryFields.IsText(field.Text, out var fields))
        {
            var outer = _fields;
            _fields = fields;
            var inside = Primary();
            _fields = outer;
            return inside;
        }

        var value = Current;
        if (value.Kind is not (QueryTokenKind.Word or QueryTokenKind.Phrase))
            return Empty($"Expected a value after {field.Text}:, in quotation marks if it has spaces.");
        _at++;
        if (QueryFields.IsFilter(field.Text, out var filter))
            return new FilterNode(filter, value.Text);
        if (DateSpan.TryParseRange(value.Text, out var span))
            return new DateNode(span);
        Fail(value, "Expected a date or a range of dates: 2021, 2021-04, 2021-04-07, 2021-04..2021-06, 2021.. or ..2021.");
        return new BagNode([]);
    }

    private bool Take(QueryTokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        _at++;
        return true;
    }

    private void Fail(QueryToken token, string message) => _error ??= new(token.Position, message);
}
