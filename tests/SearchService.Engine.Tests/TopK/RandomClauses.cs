using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Language.Concepts;

namespace SearchService.Engine.Tests.TopK;

/// <summary>Random queries on a <see cref="RandomIndex"/>, of every kind of clause.</summary>
internal sealed class RandomClauses(RandomIndex index, Random random)
{
    private readonly List<BoundConcept> _concepts = [];

    public Clause Next(int depth) => random.Next(depth == 0 ? 2 : 9) switch
    {
        0 or 1 => new ConceptClause(Concept()),
        2 => new PatternClause(Pattern(2)),
        3 => Bag(depth, 1 + random.Next(2), random.Next(3)),
        _ => Bag(depth, 0, 1 + random.Next(5)),
    };

    private BagClause Bag(int depth, int required, int optional)
    {
        var bag = new BagClause(Many(required, depth), Many(optional, depth), Many(random.Next(4) == 0 ? 1 : 0, 0), Filters(), []);
        var words = bag.Required.Concat(bag.Optional).OfType<ConceptClause>().Select(clause => clause.Concept).Distinct().ToArray();
        return random.Next(3) == 0
            ? bag
            : bag with { Neighbours = [.. words.Zip(words.Skip(1)).Select(pair => new Neighbours(pair.First, pair.Second, 1 + random.Next(2)))] };
    }

    private List<Clause> Many(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 && depth > 0 ? Next(depth - 1) : new ConceptClause(Concept()))];

    private Clause[] Filters() => random.Next(8) switch
    {
        0 => [new FilterClause(FilterField.Category, Category())],
        1 => [new BagClause([], [new FilterClause(FilterField.Category, Category()), new FilterClause(FilterField.Category, "none")], [], [], [])],
        2 => [new DateClause(new DateSpan(new(2003, 1, 1), new(2003 + random.Next(12), 6, 1)))],
        _ => [],
    };

    private static string Category(Random random) => RandomIndex.Categories[random.Next(RandomIndex.Categories.Length)];

    private string Category() => Category(random);

    private Pattern Pattern(int depth) => random.Next(depth == 0 ? 1 : 4) switch
    {
        1 => new NearPattern(Pattern(depth - 1), Pattern(depth - 1), 1 + random.Next(5)),
        2 => new AnyPattern([Pattern(depth - 1), Pattern(depth - 1)]),
        _ => new PhrasePattern([Concept(), Concept()], [0, 1], random.Next(3)),
    };

    /// <summary>A concept of several forms in all fields: the most frequent, rare ones, or any.</summary>
    public BoundConcept ManyForms()
    {
        var kind = random.Next(3);
        var words = Enumerable.Range(0, 2 + random.Next(3))
            .Select(_ => kind switch { 0 => $"w{random.Next(1, 6)}", 1 => $"w{RandomIndex.Words - random.Next(1, 40)}", _ => RandomIndex.Word(random) })
            .Distinct().ToList();
        var forms = words.ConvertAll(word => new ConceptForm(word, 0.2f + (0.8f * random.NextSingle()), FormReason.Spelling));
        forms.Sort((one, other) => other.Weight.CompareTo(one.Weight));
        return BoundConcept.Bind(new Concept(forms[0].Text, forms), TextFields.All, index.Searcher.Segments, index.Statistics);
    }

    private BoundConcept Concept()
    {
        if (_concepts.Count > 0 && random.Next(5) == 0)
            return _concepts[random.Next(_concepts.Count)];
        var forms = new List<ConceptForm> { new(RandomIndex.Word(random), 1, FormReason.Exact) };
        for (var i = random.Next(3) == 0 ? random.Next(20) : 0; i > 0; i--)
        {
            var text = random.Next(6) == 0 ? $"{RandomIndex.Word(random)} {RandomIndex.Word(random)}" : RandomIndex.Word(random);
            if (!forms.Exists(form => form.Text == text))
                forms.Add(new(text, 0.05f + (0.95f * random.NextSingle()), FormReason.Spelling));
        }

        if (random.Next(4) == 0)
            forms[0] = forms[0] with { Weight = 0.5f };
        forms.Sort((one, other) => other.Weight.CompareTo(one.Weight));
        var fields = random.Next(3) == 0 ? (TextFields)random.Next(1, 8) : TextFields.All;
        _concepts.Add(BoundConcept.Bind(new Concept(forms[0].Text, forms), fields, index.Searcher.Segments, index.Statistics));
        return _concepts[^1];
    }
}
