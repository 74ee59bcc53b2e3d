using SearchService.Language.Segmentation;

namespace SearchService.Language.Tokenization;

/// <summary>
/// Reads a text word by word, in order, without allocating for a word. Reusable; not safe for two threads at once.
/// The rules: whole Devanagari words (danda, double danda and ॰ separate; nukta, visarga and avagraha are inside; a colon never is);
/// numbers with their points and grouping commas; hyphenated compounds as a whole and in parts; abbreviations with inner full stops whole;
/// an apostrophe between Latin letters inside; everything that is neither letter, mark nor digit separates.
/// </summary>
public sealed class WordReader
{
    /// <summary>The longest form in UTF-16 units; a longer run of letters is cut into words on syllable borders.</summary>
    public const int MaxForm = 256;

    /// <summary>A longer chain of hyphenated parts gets no whole: it is a list or a rule of dashes, not a compound.</summary>
    private const int MaxParts = 6;

    /// <summary>Up to this length a stretch out of NFC cannot outgrow <see cref="MaxForm"/>.</summary>
    private const int SafeLength = MaxForm / 3;

    private readonly Atom[] _parts = new Atom[MaxParts];
    private readonly FormBuffer _buffer = new();
    private string _text = "";
    private char[] _held = new char[MaxForm * 3];
    private int _heldLength;
    private int _next;
    private int _position;
    private int _queued;
    private int _taken;
    private int _chainedAt;
    private int _longNext;
    private int _longEnd;
    private WordKind _longKind;

    /// <summary>The surface form as indexed: NFC, ZWJ/ZWNJ dropped, Latin in lower case, typographic apostrophes and hyphens plain. Valid until the next move.</summary>
    public ReadOnlySpan<char> Form => _heldLength < 0 ? _text.AsSpan(Start, Length) : _held.AsSpan(0, _heldLength);

    /// <summary>Where the word starts in the text given, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>How many UTF-16 units of the text it covers; always whole syllables.</summary>
    public int Length { get; private set; }

    /// <summary>Ordinal of the word, from 0. The whole of a compound has the position of its first part and comes before it.</summary>
    public int Position { get; private set; }

    /// <summary>True for the whole of a compound.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>1, or the number of parts for a whole.</summary>
    public int PositionLength { get; private set; }

    /// <summary>The script.</summary>
    public WordKind Kind { get; private set; }

    /// <summary>Starts over, before the first word of <paramref name="text"/>.</summary>
    public void Reset(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _next = _position = _queued = _taken = _longNext = _longEnd = 0;
        _chainedAt = -1;
        _heldLength = 0;
        Start = Length = Position = PositionLength = 0;
        IsWhole = false;
    }

    /// <summary>Moves to the next word; false when there is none.</summary>
    public bool MoveNext()
    {
        if (_longNext < _longEnd)
            return TakePiece();
        if (_taken < _queued)
            return Take(_parts[_taken++]);
        var text = _text;
        var index = _next;
        while (index < text.Length)
        {
            var kind = CharTable.Of(text[index]);
            if (CharTable.Starts(kind))
                break;
            var length = 1;
            if (kind == CharKind.Surrogate && CharTable.Starts(CharTable.At(text, index, out length)))
                break;
            index += length;
        }
        if (index >= text.Length)
        {
            _next = index;
            return false;
        }
        var atom = AtomScanner.Scan(text, index);
        _next = atom.End;
        if (!HyphenFollows(atom.End))
            return Take(atom);
        return TakeCompound(atom);
    }

    private bool TakeCompound(Atom first)
    {
        // In the rest of a chain too long for a whole, every part stands alone.
        var chained = first.Start == _chainedAt;
        _parts[0] = first;
        _queued = 1;
        while (_queued < MaxParts && HyphenFollows(_next))
        {
            var part = AtomScanner.Scan(_text, _next + 1);
            _parts[_queued++] = part;
            _next = part.End;
        }
        _taken = 0;
        var tooLong = HyphenFollows(_next);
        if (tooLong)
            _chainedAt = _next + 1;
        var last = _parts[_queued - 1];
        if (chained || tooLong || last.End - first.Start > SafeLength)
            return Take(_parts[_taken++]);
        var flags = CharKind.Separator;
        var ignorable = false;
        var kind = first.Kind;
        foreach (var part in _parts.AsSpan(0, _queued))
        {
            flags |= part.Flags;
            ignorable |= part.HasIgnorable;
            if (kind == WordKind.Number)
                kind = part.Kind;
            if (part.End < last.End && _text[part.End] != '-')
                flags |= CharKind.Joiner;
        }
        SetForm(new Atom(first.Start, last.End, flags, ignorable, kind));
        Position = _position;
        IsWhole = true;
        PositionLength = _queued;
        return true;
    }

    private bool Take(Atom atom)
    {
        var length = atom.End - atom.Start;
        if (length > SafeLength && (length > MaxForm || (atom.Flags & (CharKind.Compose | CharKind.Nukta)) != 0))
        {
            (_longNext, _longEnd, _longKind) = (atom.Start, atom.End, atom.Kind);
            return TakePiece();
        }
        SetForm(atom);
        SetSingle();
        return true;
    }

    /// <summary>
    /// As many whole syllables of a long run as fit a form. Counted in the units of the form, so that the cuts do not depend on how
    /// the text is normalised; of a single syllable that does not fit (a flood of marks) the form is cut.
    /// </summary>
    private bool TakePiece()
    {
        const CharKind All = CharKind.Compose | CharKind.Upper;
        var text = _text.AsSpan(0, _longEnd);
        var start = _longNext;
        var end = start;
        _heldLength = 0;
        while (end < _longEnd)
        {
            var next = end + 1;
            while (!Syllables.IsBoundary(text, next))
                next++;
            var form = _buffer.Write(text[end..next], All);
            if (_heldLength + form.Length > MaxForm)
            {
                if (end > start)
                    break;
                form = form[..(char.IsHighSurrogate(form[MaxForm - 1]) ? MaxForm - 1 : MaxForm)];
            }
            form.CopyTo(_held.AsSpan(_heldLength));
            _heldLength += form.Length;
            end = next;
        }
        (Start, Length, Kind) = (start, end - start, _longKind);
        _longNext = end;
        SetSingle();
        return true;
    }

    private void SetSingle()
    {
        Position = _position++;
        IsWhole = false;
        PositionLength = 1;
    }

    private void SetForm(Atom atom)
    {
        (Start, Length, Kind) = (atom.Start, atom.End - atom.Start, atom.Kind);
        var text = _text.AsSpan(Start, Length);
        var flags = atom.Flags;
        if (flags == 0 && !atom.HasIgnorable)
        {
            _heldLength = -1;
            return;
        }
        if (flags == CharKind.Nukta && !atom.HasIgnorable && FormBuffer.NuktasAreComposed(text))
        {
            _heldLength = -1;
            return;
        }
        var form = _buffer.Write(text, flags);
        if (_held.Length < form.Length)
            _held = new char[form.Length];
        form.CopyTo(_held);
        _heldLength = form.Length;
    }

    private bool HyphenFollows(int index) =>
        index + 1 < _text.Length
        && CharTable.IsHyphen(_text[index])
        && CharTable.Starts(CharTable.At(_text, index + 1, out _));
}
