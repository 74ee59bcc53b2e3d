using SearchService.Engine.Results;

namespace SearchService.Pages;

/// <summary>A piece of a text that is read as a whole.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Number">Number of the mark in the article, from 1; 0 for text that is not marked.</param>
public readonly record struct MarkedText(string Text, int Number);

/// <summary>The fields of an article with their marks numbered through, so that they can be stepped through.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="WebTitle">The web title.</param>
/// <param name="Paragraphs">The paragraphs of the body.</param>
/// <param name="Marks">How many marks there are.</param>
public sealed record MarkedArticle(IReadOnlyList<MarkedText> Headline, IReadOnlyList<MarkedText> WebTitle, IReadOnlyList<IReadOnlyList<MarkedText>> Paragraphs, int Marks)
{
    /// <summary>Numbers the marks in the order in which the page shows the fields.</summary>
    internal static MarkedArticle Of(Highlight headline, Highlight webTitle, Highlight body)
    {
        var marks = 0;
        return new(
            Numbered(MarkedPieces.Of(headline)),
            Numbered(MarkedPieces.Of(webTitle)),
            [.. MarkedPieces.Paragraphs(body).Select(Numbered)],
            marks);

        MarkedText[] Numbered(IEnumerable<(string Text, bool Marked)> pieces) =>
            [.. pieces.Select(piece => new MarkedText(piece.Text, piece.Marked ? ++marks : 0))];
    }
}
