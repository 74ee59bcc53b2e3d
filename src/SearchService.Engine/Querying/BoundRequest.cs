using Lucene.Net.Search;
using SearchService.Engine.Indexing;
using SearchService.Engine.Ranking;
using SearchService.Engine.Results;
using SearchService.Engine.TopK;

namespace SearchService.Engine.Querying;

/// <summary>
/// A request with its words looked up in one snapshot, for those who count or list everything that answers it. As in a search, a query
/// that finds nothing is read once more with its misspelt words put right.
/// </summary>
internal sealed class BoundRequest
{
    private readonly SearchRequest _request;

    private BoundRequest(SearchRequest request, QueryBinder binder, Clause query, Corrections corrections, FieldStatistics statistics)
    {
        (_request, Words, Corrections) = (request, binder.Readings, corrections);
        Clause = request.Narrowed(query);
        Query = new ClauseQueries(statistics).Of(Clause);
        Dates = query is BagClause bag ? bag.Filters.OfType<DateClause>().Aggregate(request.Dates, (dates, date) => dates.And(date.Span)) : request.Dates;
        Warnings = [.. request.Warnings, .. binder.Warnings];
    }

    /// <summary>The query under the request's filters and dates.</summary>
    public Clause Clause { get; }

    /// <summary>What finds the articles of <see cref="Clause"/>.</summary>
    public Query Query { get; }

    /// <summary>The words of the query.</summary>
    public IReadOnlyList<BoundConcept> Words { get; }

    /// <summary>The days that the request, or a date in its query, is narrowed to.</summary>
    public DateSpan Dates { get; }

    /// <summary>What was corrected to find anything.</summary>
    public Corrections Corrections { get; }

    /// <summary>The query with its misspelt words put right; null where it has none.</summary>
    public string? DidYouMean { get; private set; }

    /// <summary>What was cut, capped or corrected.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; }

    /// <summary>What was asked and how it was read.</summary>
    public QueryReading Reading => new(_request.Text, SearchPipeline.Interpreted([.. Words]), DidYouMean);

    /// <summary>Binds a request.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="request">The request.</param>
    /// <param name="kept">Corrections that an earlier page was made with.</param>
    /// <param name="asPrinted">Words only as they are printed, as though each had a = before it.</param>
    public static BoundRequest Bind(IndexSnapshot snapshot, SearchRequest request, Corrections kept, bool asPrinted = false)
    {
        var statistics = snapshot.Searcher.Statistics;
        var query = asPrinted ? AsPrinted(request.Query) : request.Query;
        var (bound, corrections, didYouMean) = CorrectedAnswer.Of(
            kept,
            mayRetry: true,
            With,
            one => FindsAny(snapshot, one),
            one => request.Corrections && !asPrinted && (!kept.IsEmpty || QueryCorrector.IsNeeded(one.Words))
                ? new QueryCorrector(snapshot.Interpreter, SearchRequest.Cut(request.Text), request.IsPlain, request.Readings, one.Words)
                : null);
        bound.DidYouMean = didYouMean;
        if (!corrections.IsEmpty)
            bound.Warnings = [.. bound.Warnings, new("corrected", $"Nothing is found for \"{request.Text}\"; this is the answer to \"{didYouMean}\".")];
        return bound;

        BoundRequest With(Corrections used)
        {
            var binder = new QueryBinder(snapshot.Searcher, statistics, snapshot.Interpreter, request.Readings, corrections: used);
            return new(request, binder, binder.Bind(query), used, statistics);
        }
    }

    private static bool FindsAny(IndexSnapshot snapshot, BoundRequest one)
    {
        using var search = new TopKSearch(snapshot.Searcher, one.Clause);
        return search.Any();
    }

    private static QueryNode AsPrinted(QueryNode node) => node switch
    {
        WordNode word => word with { Exact = true },
        PhraseNode phrase => phrase with { Exact = true },
        NearNode near => near with { Left = AsPrinted(near.Left), Right = AsPrinted(near.Right) },
        BagNode bag => new BagNode([.. bag.Items.Select(item => item with { Node = AsPrinted(item.Node) })]),
        AllNode all => new AllNode([.. all.Parts.Select(AsPrinted)]),
        AnyNode any => new AnyNode([.. any.Parts.Select(AsPrinted)]),
        _ => node,
    };
}
