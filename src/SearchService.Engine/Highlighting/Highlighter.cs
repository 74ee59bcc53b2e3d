using SearchService.Articles;
using SearchService.Engine.Querying;
using SearchService.Engine.Results;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Highlighting;

/// <summary>Marks in articles what answered one query. Not thread-safe; one for each search.</summary>
internal sealed class Highlighter(Clause query)
{
    private readonly ConceptForms _forms = new(query);
    private readonly WordReader _reader = new();

    /// <summary>For a list of results: headline and web title where something is marked in them, and the best passages of the body.</summary>
    public List<Highlight> Passages(Article article)
    {
        var highlights = new List<Highlight>();
        foreach (var (field, answered) in Answered(article))
        {
            if (field.Field.Flag == TextFields.Body)
                highlights.AddRange(Highlighting.Passages.Of(field.Text, answered).Select(passage => Marks.Of(field.Field.Name, field.Text, passage, answered)));
            else if (answered.Count > 0)
                highlights.Add(Whole(field, answered));
        }

        return highlights;
    }

    /// <summary>For reading: every field that has text, whole.</summary>
    public List<Highlight> Whole(Article article)
        => [.. Answered(article).Where(field => field.Field.Text.Length > 0).Select(field => Whole(field.Field, field.Answered))];

    private static Highlight Whole(FieldSightings field, List<Sighting> answered) => Marks.Of(field.Field.Name, field.Text, (0, field.Text.Length), answered);

    private IEnumerable<(FieldSightings Field, List<Sighting> Answered)> Answered(Article article)
    {
        foreach (var (field, answered) in ArticleMatch.Of(article, query, _forms, _reader).Answered)
        {
            answered.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
            yield return (field, answered);
        }
    }
}
