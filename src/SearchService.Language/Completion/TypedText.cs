using SearchService.Language.Tokenization;

namespace SearchService.Language.Completion;

/// <summary>What was typed so far, parted into the word that is being typed and what stands before it.</summary>
internal sealed class TypedText
{
    /// <summary>Most words before the open one that a phrase is completed with.</summary>
    private const int MostNeighbours = 2;

    /// <summary>Reads a text.</summary>
    public TypedText(string text)
    {
        Text = text;
        var words = Tokenization.Words.Of(text).FindAll(word => !word.IsWhole);
        OpenStart = text.Length;
        if (words is [.., var last] && last.Start + last.Length == text.Length)
        {
            (Open, OpenStart) = (last.Form, last.Start);
            words.RemoveAt(words.Count - 1);
        }

        var from = OpenStart;
        for (var at = words.Count - 1; at >= 0 && Neighbours.Count < MostNeighbours; at--)
        {
            var end = words[at].Start + words[at].Length;
            if (end == from || !text.AsSpan(end, from - end).IsWhiteSpace())
                break;
            Neighbours.Insert(0, words[at]);
            from = words[at].Start;
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The beginning of the word that is being typed, as indexed; empty behind a space.</summary>
    public string Open { get; } = "";

    /// <summary>Where it begins in the text.</summary>
    public int OpenStart { get; }

    /// <summary>Up to two words before it with nothing but spaces between, in order.</summary>
    public List<Word> Neighbours { get; } = [];

    /// <summary>The quotation mark that closes a phrase begun before a place; empty when none is open there.</summary>
    public string Closing => Text.AsSpan().Count('"') % 2 == 1 ? "\"" : "";
}
