namespace SearchService.Engine.TopK;

/// <summary>The postings of a form in one field as windows see them, where they are more than a few: of its word, or of all its words if it is a row.</summary>
internal sealed class FormBlocks(SegmentView segment, FormList list, Scratch scratch)
{
    private readonly WordBlocks[] _words = Array.ConvertAll(list.Words, word => new WordBlocks(segment, list.Field, word, scratch));

    /// <summary>The blocks of its word; null where it is a row.</summary>
    public WordBlocks? Word => _words.Length == 1 ? _words[0] : null;

    /// <summary>The most that a document of a window has of frequency × factor × weight; 0 where none has the form.</summary>
    public float Bound(int window)
    {
        var least = float.MaxValue;
        foreach (var word in _words)
            least = Math.Min(least, word.Bounds[window]);
        return least * list.Weight;
    }

    /// <summary>How many documents of a window have it, about.</summary>
    public int CountIn(in Window window)
    {
        var least = int.MaxValue;
        foreach (var word in _words)
            least = Math.Min(least, word.CountIn(window));
        return least;
    }

    /// <summary>Adds the documents of a window that have it to a set.</summary>
    public void Match(in Window window, Span<ulong> set)
    {
        if (Word is { } word)
            word.Match(window, set);
        else
            WindowSet.Or(set, MatchRow(window));
    }

    /// <summary>Moves the documents that have it from one set to another.</summary>
    public void Move(in Window window, Span<ulong> from, Span<ulong> to)
    {
        if (Word is { } word)
        {
            word.Move(window, from, to);
            return;
        }

        var all = scratch.Row(0, window.Words);
        from.CopyTo(all);
        foreach (var one in _words)
        {
            var has = scratch.Row(1, window.Words);
            one.Move(window, all, has);
            has.CopyTo(all);
        }

        for (var place = WindowSet.Next(all, 0); place >= 0; place = WindowSet.Next(all, place + 1))
        {
            if (!list.Cursor.Seek(window.Start + place))
                continue;
            WindowSet.Remove(from, place);
            WindowSet.Add(to, place);
        }
    }

    /// <summary>The documents of a window that have the row; valid until the next row is looked for.</summary>
    public ReadOnlySpan<ulong> MatchRow(in Window window)
    {
        var all = scratch.Row(0, window.Words);
        _words[0].Match(window, all);
        for (var i = 1; i < _words.Length; i++)
        {
            var one = scratch.Row(1, window.Words);
            _words[i].Match(window, one);
            WindowSet.And(all, one);
        }

        for (var place = WindowSet.Next(all, 0); place >= 0; place = WindowSet.Next(all, place + 1))
        {
            if (!list.Cursor.Seek(window.Start + place))
                WindowSet.Remove(all, place);
        }

        return all;
    }
}
