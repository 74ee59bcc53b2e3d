using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using SearchService.Language.Tokenization;

namespace SearchService.Engine.Indexing;

/// <summary>
/// The words of a text as Lucene reads them: terms copied from the reader's span, no string for a word. The whole of a compound
/// stands at the position of its first part. Reusable, one thread at a time.
/// </summary>
internal sealed class WordTokenStream : TokenStream
{
    private readonly WordReader _words = new();
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private string _text = "";
    private int _position;

    public WordTokenStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Sets the text that the next round reads.</summary>
    public void SetText(string text) => _text = text;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _words.Reset(_text);
        _position = -1;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!_words.MoveNext())
            return false;
        var form = _words.Form;
        form.CopyTo(_term.ResizeBuffer(form.Length));
        _term.Length = form.Length;
        _increment.PositionIncrement = _words.Position - _position;
        _position = _words.Position;
        return true;
    }
}
