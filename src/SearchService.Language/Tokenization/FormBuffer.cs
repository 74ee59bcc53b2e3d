using System.Text;

namespace SearchService.Language.Tokenization;

/// <summary>Writes the surface form of a stretch of text that is not already written as its form; reused from word to word.</summary>
internal sealed class FormBuffer
{
    // NFC makes at most three units of one (UAX #15, expansion factors).
    private const int Expansion = 3;

    private const char Nukta = '\u093C';

    // U+0958..095F क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़.
    private const string WithoutNukta = "कखगजडढफय";

    private char[] _form = new char[WordReader.MaxForm * Expansion];
    private char[] _composed = new char[WordReader.MaxForm * Expansion];

    /// <summary>The form of <paramref name="text"/>: ignorable units dropped, NFC, lower case, plain apostrophes and hyphens. Valid until the next call.</summary>
    public ReadOnlySpan<char> Write(ReadOnlySpan<char> text, CharKind flags)
    {
        if (_form.Length < text.Length * Expansion)
        {
            _form = new char[text.Length * Expansion];
            _composed = new char[text.Length * Expansion];
        }
        var length = 0;
        var foreign = false;
        foreach (var unit in text)
        {
            var kind = CharTable.Of(unit);
            if (kind == CharKind.Ignorable)
                continue;
            if (unit == Nukta)
            {
                length = AppendNukta(length);
            }
            else if (unit is >= '\u0958' and <= '\u095F')
            {
                _form[length++] = WithoutNukta[unit - '\u0958'];
                _form[length++] = Nukta;
            }
            else
            {
                foreign |= (kind & CharKind.Compose) != 0 || kind == CharKind.Surrogate;
                _form[length++] = CharTable.IsApostrophe(unit) ? '\'' : CharTable.IsHyphen(unit) ? '-' : unit;
            }
        }
        if (foreign)
            length = Compose(length);
        var form = _form.AsSpan(0, length);
        if ((flags & (CharKind.Upper | CharKind.Compose)) != 0)
        {
            foreach (ref var unit in form)
                unit = char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : char.ToLowerInvariant(unit);
        }
        return form;
    }

    /// <summary>True when a stretch whose only doubtful units are nuktas is in NFC: none follows न र ळ (U+0929 ऩ … compose) or a virama (reordered).</summary>
    public static bool NuktasAreComposed(ReadOnlySpan<char> text)
    {
        for (var index = text.IndexOf('\u093C'); index >= 0;)
        {
            if (index > 0 && text[index - 1] is '\u0928' or '\u0930' or '\u0933' or '\u094D')
                return false;
            var next = text[(index + 1)..].IndexOf('\u093C');
            index = next < 0 ? -1 : index + 1 + next;
        }
        return true;
    }

    /// <summary>
    /// NFC of a nukta in Devanagari, without the runtime, which allocates: it goes before viramas (combining class 7 before 9) and makes
    /// U+0929, U+0931 and U+0934 of न, र and ळ.
    /// </summary>
    private int AppendNukta(int length)
    {
        var at = length;
        while (at > 0 && _form[at - 1] == '\u094D')
            at--;
        if (at > 0 && _form[at - 1] is 'न' or 'र' or 'ळ')
        {
            _form[at - 1]++;
            return length;
        }
        _form.AsSpan(at, length - at).CopyTo(_form.AsSpan(at + 1));
        _form[at] = Nukta;
        return length + 1;
    }

    private int Compose(int length)
    {
        var form = _form.AsSpan(0, length);
        if (form.IsNormalized(NormalizationForm.FormC))
            return length;
        if (!form.TryNormalize(_composed, out var written, NormalizationForm.FormC))
            throw new InvalidOperationException("NFC made more than three units of one");
        (_form, _composed) = (_composed, _form);
        return written;
    }
}
