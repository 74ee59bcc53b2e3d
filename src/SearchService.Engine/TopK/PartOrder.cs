namespace SearchService.Engine.TopK;

/// <summary>The parts of a query in the order of what they can add in the window at hand.</summary>
/// <param name="bag">The query.</param>
internal sealed class PartOrder(BagPart bag)
{
    private readonly (int Part, float Bound)[] _order = new (int, float)[bag.Scored.Length];

    /// <summary>A part, by its number among those that score, and the most that it adds.</summary>
    public (int Part, float Bound) this[int at] => _order[at];

    /// <summary>Orders the parts for a window, those aside that are scored document by document at the end.</summary>
    /// <returns>How many parts are in order, and the most that all add.</returns>
    public (int Count, float Sum) Of(int window)
    {
        var (count, sum) = (0, 0f);
        foreach (var pair in bag.Nearness)
            sum += Math.Max(0, pair.Bound(window));
        for (var i = 0; i < bag.Scored.Length; i++)
        {
            if (bag.Scored[i].Bound(window) is not (>= 0 and var bound))
                continue;
            sum += bound;
            if (bag.Scored[i] is PatternPart)
                continue;
            var at = count++;
            for (; at > 0 && _order[at - 1].Bound < bound; at--)
                _order[at] = _order[at - 1];
            _order[at] = (i, bound);
        }

        return (count, sum);
    }

    /// <summary>Moves a part forward to a place.</summary>
    /// <param name="part">Its number among those that score.</param>
    /// <param name="to">The place.</param>
    /// <param name="count">How many parts are in order.</param>
    public void MoveToFront(int part, int to, int count)
    {
        var at = to;
        while (at < count && _order[at].Part != part)
            at++;
        var moved = _order[at];
        for (; at > to; at--)
            _order[at] = _order[at - 1];
        _order[to] = moved;
    }
}
