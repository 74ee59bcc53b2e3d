using SearchService.Language.Tokenization;

namespace SearchService.Engine.Querying;

/// <summary>A word of a query and where it stands.</summary>
/// <param name="Form">The word as the index would have it.</param>
/// <param name="Start">Where it starts in the query, in UTF-16 units.</param>
/// <param name="Length">Its length there.</param>
internal readonly record struct QueryWord(string Form, int Start, int Length);

/// <summary>The words of a query that are read in any way: all but operators, fields, values of filters, beginnings (<c>wor*</c>) and what is asked for exactly (<c>=word</c>).</summary>
internal static class QueryWords
{
    /// <summary>The words in order.</summary>
    /// <param name="text">The query.</param>
    /// <param name="plain">It has no syntax.</param>
    /// <param name="isKnown">Whether the archive holds a compound as a whole: then its parts are left alone.</param>
    public static IEnumerable<QueryWord> Of(string text, bool plain, Func<string, bool> isKnown)
    {
        if (plain)
            return Of(text, 0, isKnown);
        var tokens = QueryLexer.Read(text).Tokens;
        return tokens.Where((token, at) => IsRead(token, at == 0 ? default(QueryToken?) : tokens[at - 1]))
            .SelectMany(token => Of(token.Text, token.Position + (token.Kind == QueryTokenKind.Phrase ? 1 : 0), isKnown));
    }

    private static bool IsRead(QueryToken token, QueryToken? before) =>
        token.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase
        && !(token.Kind == QueryTokenKind.Word && token.Text.EndsWith('*'))
        && before?.Kind != QueryTokenKind.Exact
        && !(before is { Kind: QueryTokenKind.Field } field && !QueryFields.IsText(field.Text, out _));

    private static IEnumerable<QueryWord> Of(string text, int start, Func<string, bool> isKnown)
    {
        var words = Words.Of(text);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (!word.IsWhole)
                yield return new(word.Form, start + word.Start, word.Length);
            else if (isKnown(word.Form))
                at += word.PositionLength;
        }
    }
}
