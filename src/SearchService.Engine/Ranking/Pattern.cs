namespace SearchService.Engine.Ranking;

/// <summary>An arrangement of words in one field: a phrase, or things near one another.</summary>
internal abstract record Pattern
{
    /// <summary>The concepts of the arrangement, in order.</summary>
    public abstract IEnumerable<BoundConcept> Concepts { get; }

    /// <summary>Whether all of its concepts must be there.</summary>
    public abstract bool NeedsAll { get; }

    /// <summary>Where a field has the arrangement.</summary>
    /// <param name="positionsOf">Sorted positions of a concept in the field.</param>
    /// <param name="found">Where the places are added.</param>
    public abstract void Find(Func<BoundConcept, IReadOnlyList<int>> positionsOf, List<Interval> found);
}

/// <summary>One word.</summary>
internal sealed record WordPattern(BoundConcept Concept) : Pattern
{
    public override IEnumerable<BoundConcept> Concepts => [Concept];

    public override bool NeedsAll => true;

    public override void Find(Func<BoundConcept, IReadOnlyList<int>> positionsOf, List<Interval> found)
    {
        foreach (var position in positionsOf(Concept))
            found.Add(new(position, position));
    }
}

/// <summary>Words in a row.</summary>
/// <param name="Words">The words.</param>
/// <param name="Offsets">Place of each in the phrase, from 0.</param>
/// <param name="Slop">See <see cref="Intervals.Phrase"/>.</param>
internal sealed record PhrasePattern(BoundConcept[] Words, int[] Offsets, int Slop) : Pattern
{
    public override IEnumerable<BoundConcept> Concepts => Words;

    public override bool NeedsAll => true;

    public override void Find(Func<BoundConcept, IReadOnlyList<int>> positionsOf, List<Interval> found)
        => Intervals.Phrase(Array.ConvertAll(Words, word => positionsOf(word)), Offsets, Slop, found);
}

/// <summary>Two arrangements near one another, in either order.</summary>
internal sealed record NearPattern(Pattern Left, Pattern Right, int Distance) : Pattern
{
    public override IEnumerable<BoundConcept> Concepts => Left.Concepts.Concat(Right.Concepts);

    public override bool NeedsAll => Left.NeedsAll && Right.NeedsAll;

    public override void Find(Func<BoundConcept, IReadOnlyList<int>> positionsOf, List<Interval> found)
    {
        List<Interval> left = [], right = [];
        Left.Find(positionsOf, left);
        if (left.Count == 0)
            return;
        Right.Find(positionsOf, right);
        Intervals.Near(left, right, Distance, found);
    }
}

/// <summary>Any of several arrangements.</summary>
internal sealed record AnyPattern(IReadOnlyList<Pattern> Parts) : Pattern
{
    public override IEnumerable<BoundConcept> Concepts => Parts.SelectMany(part => part.Concepts);

    public override bool NeedsAll => false;

    public override void Find(Func<BoundConcept, IReadOnlyList<int>> positionsOf, List<Interval> found)
    {
        foreach (var part in Parts)
            part.Find(positionsOf, found);
    }
}
