using SearchService.Engine.Results;
using SearchService.Pages;

namespace SearchService.Tests.Pages;

public sealed class MarkedPiecesTests
{
    [Fact]
    public void Pieces_put_together_are_the_text_and_the_marked_ones_are_the_spans()
    {
        var passage = new Highlight("body", "एक दो\nतीन चार", [[0, 2], [3, 2], [10, 3]], "");
        var pieces = MarkedPieces.Of(passage).ToList();

        Assert.Equal(passage.Text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(passage.Spans.Select(span => passage.Text.Substring(span[0], span[1])), pieces.Where(piece => piece.Marked).Select(piece => piece.Text));
    }

    [Fact]
    public void Pieces_of_any_spans_put_together_are_the_text()
    {
        var random = new Random(20210407);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => "क\u093F\u094D\u200Dज\u093C\u0902 \na<&"[random.Next(12)]));
            // Out of order, overlapping, empty and beyond the end, too: none may lose, double or reorder a letter.
            int[][] spans = [.. Enumerable.Range(0, random.Next(6)).Select(_ => (int[])[random.Next(45), random.Next(12)])];
            var passage = new Highlight("body", text, spans, "");

            Assert.Equal(text, string.Concat(MarkedPieces.Of(passage).Select(piece => piece.Text)));
            Assert.Equal(
                text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)),
                MarkedPieces.Paragraphs(passage).Select(paragraph => string.Concat(paragraph.Select(piece => piece.Text))));
        }
    }

    [Fact]
    public void Paragraphs_share_the_spans_among_them_and_empty_ones_are_left_out()
    {
        var text = new Highlight("body", "\nएक दो\n \nतीन", [[4, 2], [9, 3]], "");

        Assert.Equal(
            ["एक |दो*", "तीन*"],
            MarkedPieces.Paragraphs(text).Select(paragraph => string.Join('|', paragraph.Select(piece => piece.Text + (piece.Marked ? "*" : "")))));
    }

    [Fact]
    public void Without_spans_the_text_is_one_piece_and_without_text_there_is_none()
    {
        Assert.Equal([("एक", false)], MarkedPieces.Of(new Highlight("body", "एक", [], "")));
        Assert.Empty(MarkedPieces.Of(new Highlight("body", "", [], "")));
    }
}
