using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;
using SearchService.Language.Concepts;
using SearchService.Language.Stemming;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Querying;

/// <summary>Looks the words of a query up in one snapshot and makes its clauses, noting every reading and every cap on the way.</summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="statistics">Of the snapshot.</param>
/// <param name="interpreter">Reads words with the archive's vocabulary.</param>
/// <param name="readings">Words are also searched in the other script and language.</param>
/// <param name="plain">Words only as printed, neighbours without effect: what a plain engine does, for comparison.</param>
/// <param name="corrections">Words that are searched by what they were probably meant to be.</param>
internal sealed class QueryBinder(
    ArchiveSearcher searcher, FieldStatistics statistics, Interpreter interpreter, bool readings = true, bool plain = false, Corrections? corrections = null)
{
    /// <summary>Most forms a word is searched by.</summary>
    public const int MostForms = 64;

    /// <summary>Most forms a whole query is searched by.</summary>
    public const int MostTerms = 1024;

    private readonly Dictionary<(string Word, TextFields Fields, bool Exact), BoundConcept> _known = [];
    private int _terms;

    /// <summary>The words met, in order, each once.</summary>
    public List<BoundConcept> Readings { get; } = [];

    /// <summary>What was capped.</summary>
    public List<Warning> Warnings { get; } = [];

    /// <summary>Makes the clauses of a query.</summary>
    public Clause Bind(QueryNode node) => node switch
    {
        BagNode bag => Bag(bag.Items),
        AllNode all => Join(all.Parts, Occurrence.Required),
        AnyNode any => Join(any.Parts, Occurrence.Optional),
        FilterNode filter => new FilterClause(filter.Field, filter.Value),
        DateNode date => new DateClause(date.Span),
        _ => Bag([new(Occurrence.Optional, node)]),
    };

    private static bool IsFilter(Clause clause) => clause is FilterClause or DateClause;

    private BagClause Join(IReadOnlyList<QueryNode> parts, Occurrence occurrence)
    {
        List<Clause> joined = [], prohibited = [], filters = [];
        foreach (var part in parts.Select(Bind))
        {
            // "a AND NOT b": an open part only takes away.
            if (part is BagClause { IsOpen: true } open && occurrence == Occurrence.Required)
            {
                prohibited.AddRange(open.Prohibited);
                filters.AddRange(open.Filters);
            }
            else if (IsFilter(part) && occurrence == Occurrence.Required)
            {
                filters.Add(part);
            }
            else
            {
                joined.Add(part);
            }
        }

        return occurrence == Occurrence.Required ? new(joined, [], prohibited, filters, []) : new([], joined, [], [], []);
    }

    private BagClause Bag(IReadOnlyList<BagItem> items)
    {
        List<Clause> required = [], optional = [], prohibited = [], filters = [];
        var words = new WordRow();
        ReadRows(items);
        foreach (var (occurrence, node) in items)
        {
            if (node is WordNode { } word)
            {
                Run(word, occurrence, words);
                continue;
            }

            words.Break();
            var clause = node switch
            {
                PrefixNode prefix => Prefix(prefix),
                PhraseNode or NearNode => Pattern(node) is { } pattern ? Arrangement(pattern) : null,
                _ => Bind(node),
            };
            if (clause is BagClause { IsOpen: true, Prohibited.Count: 0, Filters.Count: 0 } or null)
                continue;
            var kind = (occurrence, IsFilter(clause)) switch
            {
                (Occurrence.Prohibited, _) => prohibited,
                (_, true) => filters,
                (Occurrence.Required, _) => required,
                _ => optional,
            };
            kind.Add(clause);
        }

        foreach (var (occurrence, clause) in words.Clauses())
            (occurrence == Occurrence.Required ? required : occurrence == Occurrence.Prohibited ? prohibited : optional).Add(clause);
        return new(required, optional, prohibited, filters, plain ? [] : words.Neighbours());
    }

    /// <summary>Reads the words that stand side by side together: what a word is called in the other language can depend on its neighbours.</summary>
    private void ReadRows(IReadOnlyList<BagItem> items)
    {
        var row = new List<string>();
        var fields = TextFields.None;
        foreach (var (_, node) in items)
        {
            if (node is not WordNode { Exact: false } word || (row.Count > 0 && word.Fields != fields))
                ReadRow(row, fields);
            if (node is not WordNode { Exact: false } next)
                continue;
            fields = next.Fields;
            row.AddRange(Words.Of(next.Text).Where(part => !part.IsWhole).Select(part => part.Form));
        }

        ReadRow(row, fields);
    }

    private void ReadRow(List<string> row, TextFields fields)
    {
        if (readings && !plain)
        {
            var concepts = interpreter.Interpret(row.ConvertAll(Meant));
            for (var i = 0; i < row.Count; i++)
            {
                if (!_known.ContainsKey((row[i], fields, false)))
                    _known[(row[i], fields, false)] = Bound(AsAsked(row[i], concepts[i]), fields);
            }
        }

        row.Clear();
    }

    /// <summary>The words of one run: a compound is its whole or its parts in a row.</summary>
    private void Run(WordNode node, Occurrence occurrence, WordRow row)
    {
        var read = Words.Of(node.Text);
        for (var i = 0; i < read.Count; i++)
        {
            var word = read[i];
            var concept = Concept(word.Form, node.Fields, node.Exact);
            if (!word.IsWhole)
            {
                row.Add(occurrence, new ConceptClause(concept), concept, !node.Exact && StopWords.Contains(word.Form));
                continue;
            }

            var written = read.Skip(i + 1).Take(word.PositionLength).Select(part => part.Form).ToList();
            var parts = written.ConvertAll(part => Concept(part, node.Fields, node.Exact));
            row.Add(occurrence, new BagClause([], [new ConceptClause(concept), Arrangement(Row([.. parts]))], [], [], []));
            // Hindi puts the parts of an English compound in its own order, with words between: there they are words like any other.
            if (readings && !node.Exact && word.Kind == WordKind.Latin && occurrence == Occurrence.Optional)
            {
                for (var part = 0; part < parts.Count; part++)
                    row.Add(occurrence, new ConceptClause(parts[part]), parts[part], StopWords.Contains(written[part]));
            }

            i += word.PositionLength;
        }
    }

    private static PhrasePattern Row(BoundConcept[] words) => new(words, [.. Enumerable.Range(0, words.Length)], 0);

    private static Clause Arrangement(Pattern pattern) => pattern is WordPattern word ? new ConceptClause(word.Concept) : new PatternClause(pattern);

    private ConceptClause Prefix(PrefixNode node) => new(Bound(interpreter.Prefix(Form(node.Prefix), MostForms), node.Fields));

    private static string Form(string text) => Words.Of(text) is [.., var last] ? last.Form : text;

    private Pattern? Pattern(QueryNode node)
    {
        switch (node)
        {
            case WordNode word:
                return Phrase(word.Text, 0, word.Exact, word.Fields);
            case PrefixNode prefix:
                return new WordPattern(Prefix(prefix).Concept);
            case PhraseNode phrase:
                return Phrase(phrase.Text, phrase.Slop, phrase.Exact, phrase.Fields);
            case NearNode near:
                var (left, right) = (Pattern(near.Left), Pattern(near.Right));
                return left is null ? right : right is null ? left : new NearPattern(left, right, near.Distance);
            case AnyNode any:
                return AnyOf(any.Parts);
            case BagNode bag:
                return AnyOf(bag.Items.Select(item => item.Node));
            default:
                throw new InvalidOperationException($"The parser let {node.GetType().Name} stand beside NEAR.");
        }
    }

    private Pattern? AnyOf(IEnumerable<QueryNode> parts)
    {
        var patterns = parts.Select(Pattern).OfType<Pattern>().ToList();
        return patterns.Count switch { 0 => null, 1 => patterns[0], _ => new AnyPattern(patterns) };
    }

    private Pattern? Phrase(string text, int slop, bool exact, TextFields fields)
    {
        // Wholes of compounds are left out: their parts stand in a row anyway, with or without the hyphen in the article.
        var words = Words.Of(text).Where(word => !word.IsWhole).ToList();
        if (words.Count == 0)
            return null;
        var concepts = words.Select(word => Concept(word.Form, fields, exact)).ToArray();
        return concepts.Length == 1
            ? new WordPattern(concepts[0])
            : new PhrasePattern(concepts, [.. words.Select(word => word.Position - words[0].Position)], slop);
    }

    private BoundConcept Concept(string word, TextFields fields, bool exact)
    {
        exact |= plain;
        if (_known.TryGetValue((word, fields, exact), out var known))
            return known;
        return _known[(word, fields, exact)] = Bound(exact ? Interpreter.Exact(word) : AsAsked(word, interpreter.Interpret(Meant(word))), fields);
    }

    private string Meant(string word) => corrections?[word] ?? word;

    private Concept AsAsked(string word, Concept concept) => corrections?[word] is null ? concept : concept.AsCorrectionOf(word);

    private BoundConcept Bound(Concept concept, TextFields fields)
    {
        var most = Math.Clamp(MostTerms - _terms, 1, MostForms);
        if (concept.Forms.Count >= MostForms)
            Warn("forms_capped", $"\"{concept.Word}\" is searched by its {MostForms} strongest forms only.");
        if (concept.Forms.Count > most)
        {
            if (most < MostForms)
                Warn("terms_capped", $"The query reads as more than {MostTerms} forms; the weakest forms of its last words are left out.");
            concept = concept with { Forms = [.. concept.Forms.Take(most)] };
        }

        _terms += concept.Forms.Count;
        var bound = searcher.Concepts.Of(concept, fields, searcher.Segments, statistics);
        Readings.Add(bound);
        return bound;
    }

    private void Warn(string code, string message)
    {
        if (!Warnings.Exists(warning => warning.Code == code && warning.Message == message))
            Warnings.Add(new(code, message));
    }
}
