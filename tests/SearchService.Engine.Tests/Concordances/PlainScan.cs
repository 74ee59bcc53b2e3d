using SearchService.Articles;
using SearchService.Engine.Concordances;
using SearchService.Engine.Querying;

namespace SearchService.Engine.Tests.Concordances;

/// <summary>What a concordance lists, by reading every article: words are what stands between spaces.</summary>
internal static class PlainScan
{
    /// <summary>The occurrences of a query in an article; null where it does not answer. Those inside of longer ones are left out.</summary>
    public static List<Place>? Of(Article article, QueryNode query)
        => Find(query, article) is not { } found ? null
            : [.. found.Where(one => !found.Any(other => other != one && other.Field == one.Field && other.Start <= one.Start && other.End >= one.End)).OrderBy(one => one.Field).ThenBy(one => one.Start)];

    /// <summary>The words of a field.</summary>
    public static string[] Words(Article article, int field) => Text(article, field).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Article article, int field) => field switch { 0 => article.Headline, 1 => article.WebTitle, _ => article.Body };

    private static HashSet<Place>? Find(QueryNode node, Article article)
    {
        switch (node)
        {
            case WordNode word:
                return Any(Fields(word.Fields).SelectMany(field => Starts(Words(article, field), [word.Text]).Select(at => new Place(field, at, at))));
            case PhraseNode phrase:
                return Any(Fields(phrase.Fields).SelectMany(field => Starts(Words(article, field), phrase.Text.Split(' ')).Select(at => new Place(field, at, at + 1))));
            case NearNode near:
                var (left, right) = (Find(near.Left, article) ?? [], Find(near.Right, article) ?? []);
                return Any(from one in left
                           from other in right
                           where one.Field == other.Field && Apart(one, other) is > 0 and var apart && apart <= near.Distance
                           select new Place(one.Field, Math.Min(one.Start, other.Start), Math.Max(one.End, other.End)));
            case AllNode all:
                var parts = all.Parts.Select(part => Find(part, article)).ToList();
                return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
            case AnyNode any:
                return Joined(any.Parts.Select(part => Find(part, article)));
            case FilterNode filter:
                return article.Category == filter.Value ? [] : null;
            case BagNode bag:
                return Find(bag, article);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private static HashSet<Place>? Find(BagNode bag, Article article)
    {
        var items = bag.Items.Select(item => (item.Occurrence, Found: Find(item.Node, article))).ToList();
        if (items.Any(item => item.Occurrence != Occurrence.Optional && (item.Found is null) == (item.Occurrence == Occurrence.Required)))
            return null;
        var optional = items.Where(item => item.Occurrence == Occurrence.Optional).ToList();
        var required = items.Where(item => item.Occurrence == Occurrence.Required).ToList();
        return optional.Count > 0 && required.Count == 0 && optional.All(item => item.Found is null)
            ? null
            : [.. optional.Concat(required).SelectMany(item => item.Found ?? [])];
    }

    private static HashSet<Place>? Joined(IEnumerable<HashSet<Place>?> parts)
    {
        var found = parts.OfType<HashSet<Place>>().ToList();
        return found.Count == 0 ? null : [.. found.SelectMany(part => part)];
    }

    private static HashSet<Place>? Any(IEnumerable<Place> places) => places.ToHashSet() is { Count: > 0 } found ? found : null;

    private static int Apart(Place one, Place other) => one.End < other.Start ? other.Start - one.End : one.Start - other.End;

    private static IEnumerable<int> Starts(string[] text, string[] row) =>
        Enumerable.Range(0, Math.Max(0, text.Length - row.Length + 1)).Where(at => text.AsSpan(at, row.Length).SequenceEqual(row));

    private static IEnumerable<int> Fields(TextFields fields)
    {
        TextFields[] all = [TextFields.Headline, TextFields.WebTitle, TextFields.Body];
        return Enumerable.Range(0, 3).Where(field => fields.HasFlag(all[field]));
    }
}
