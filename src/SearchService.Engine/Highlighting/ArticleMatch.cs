using System.Globalization;
using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Ranking;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Highlighting;

/// <summary>
/// Evaluates a query on one article by the rules of the index and gathers the words that answered it:
/// words of a phrase only where the phrase stands, nothing of a clause that does not match.
/// </summary>
internal sealed class ArticleMatch
{
    private readonly Article _article;
    private readonly FieldSightings[] _fields;

    private ArticleMatch(Article article, FieldSightings[] fields) => (_article, _fields) = (article, fields);

    /// <summary>The fields with what answered in them, in the order of <see cref="ScoredField.All"/>.</summary>
    public IEnumerable<(FieldSightings Field, List<Sighting> Answered)> Answered { get; private set; } = [];

    /// <summary>Whether the article answers the query.</summary>
    public bool IsMatch { get; private set; }

    /// <summary>Evaluates a query on an article.</summary>
    public static ArticleMatch Of(Article article, Clause query, ConceptForms forms, WordReader reader)
    {
        string[] texts = [article.Headline, article.WebTitle, article.Body];
        var match = new ArticleMatch(article, [.. ScoredField.All.Zip(texts, (field, text) => FieldSightings.Read(field, text, forms, reader))]);
        var answered = Array.ConvertAll(match._fields, _ => new List<Sighting>());
        match.IsMatch = match.Evaluate(query, answered);
        match.Answered = match._fields.Zip(answered);
        return match;
    }

    private bool Evaluate(Clause clause, List<Sighting>[] answered) => clause switch
    {
        ConceptClause concept => Evaluate(concept.Concept, answered),
        PatternClause pattern => Evaluate(pattern.Pattern, answered),
        BagClause bag => Evaluate(bag, answered),
        FilterClause filter => ValueOf(filter.Field) is { } value && ClauseQueries.FilterTerm(filter.Field, value).Equals(ClauseQueries.FilterTerm(filter.Field, filter.Value)),
        DateClause date => (_article.PublishedAt ?? _article.UpdatedAt)?.ToUnixTimeSeconds() is { } time && time >= date.Span.FirstSecond && time <= date.Span.LastSecond,
        _ => false,
    };

    private string? ValueOf(FilterField field) => field switch
    {
        FilterField.Category => _article.Category,
        FilterField.Agency => _article.Agency,
        FilterField.Place => _article.Place,
        FilterField.Byline => _article.Byline,
        _ => (_article.PublishedAt ?? _article.UpdatedAt) is { } time ? DateSpan.DayOf(time.ToUnixTimeSeconds()).Year.ToString("0000", CultureInfo.InvariantCulture) : null,
    };

    private bool Evaluate(BoundConcept concept, List<Sighting>[] answered)
    {
        var found = false;
        for (var i = 0; i < _fields.Length; i++)
        {
            var sightings = _fields[i].Of(concept);
            answered[i].AddRange(sightings);
            found |= sightings.Count > 0;
        }

        return found;
    }

    private bool Evaluate(Pattern pattern, List<Sighting>[] answered)
    {
        var found = false;
        for (var i = 0; i < _fields.Length; i++)
        {
            var places = new List<Interval>();
            pattern.Find(_fields[i].Positions, places);
            found |= places.Count > 0;
            foreach (var sighting in pattern.Concepts.Distinct().SelectMany(_fields[i].Of))
            {
                if (places.Exists(place => place.Start <= sighting.Position && sighting.Position <= place.End))
                    answered[i].Add(sighting);
            }
        }

        return found;
    }

    private bool Evaluate(BagClause bag, List<Sighting>[] answered)
    {
        var own = Array.ConvertAll(answered, _ => new List<Sighting>());
        var aside = Array.ConvertAll(answered, _ => new List<Sighting>());
        if (bag.Prohibited.Any(part => Evaluate(part, aside)) || !bag.Filters.All(part => Evaluate(part, aside)) || !bag.Required.All(part => Evaluate(part, own)))
            return false;
        var any = false;
        foreach (var part in bag.Optional)
            any |= Evaluate(part, own);
        if (!any && bag.Required.Count == 0 && bag.Optional.Count > 0)
            return false;
        for (var i = 0; i < answered.Length; i++)
            answered[i].AddRange(own[i]);
        return true;
    }
}
