using SearchService.Articles.Dates;

namespace SearchService.Articles;

/// <summary>What sources give as a place, told apart from what stuck to it.</summary>
public static class PlaceName
{
    /// <summary>The place alone: <c>नयी दिल्ली, 7 अप्रैल (भाषा)</c> → <c>नयी दिल्ली</c>. What is no dateline comes back as it is, without what stands in brackets behind it.</summary>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var place = DatelineReader.WithoutDate(value);
        var bracket = place.AsSpan().IndexOfAny('(', '[');
        return bracket > 0 && !place.AsSpan(0, bracket).IsWhiteSpace() ? place[..bracket] : place;
    }
}
