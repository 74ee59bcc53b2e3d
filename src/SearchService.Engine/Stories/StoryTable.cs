using System.Runtime.InteropServices;

namespace SearchService.Engine.Stories;

/// <summary>
/// Which articles are copies of one text. Articles come in the order of their sequence numbers; each joins the story of the first article
/// that it is a copy of, the one it resembles most, or is the first of a story itself. Every member is a copy of the first, not of any other
/// member only: stories do not run on from copy to copy. One thread at a time.
/// </summary>
internal sealed class StoryTable
{
    private const int PageBits = 12;
    private const int MostVerified = 24;

    // A longer text that holds the whole of a first one may be a round-up of many.
    private const double Longer = 1.5;

    private readonly List<byte[]> _pages = [];
    private readonly KeyTable _keys = new();
    private readonly Stack<int> _freeNumbers = new();
    private readonly List<long> _sequences = [];

    // By article: the first of its story, -1 when it was removed; by first: its longest member, the number of members, the story's number.
    private readonly List<int> _first = [];
    private readonly List<int> _longest = [];
    private readonly List<int> _members = [];
    private readonly List<int> _numbers = [];

    /// <summary>How many articles it holds.</summary>
    public int Articles { get; private set; }

    /// <summary>How many it remembers of those that were removed.</summary>
    public int Removed => _sequences.Count - Articles;

    /// <summary>Numbers of stories of several articles are from 1 to this.</summary>
    public int HighestNumber { get; private set; }

    /// <summary>Sequence numbers of articles whose story's number has changed since this was cleared.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>Number of an article's story; 0 while there is no other article in it.</summary>
    public int NumberOf(long sequence) => IndexOf(sequence) is >= 0 and var article && _first[article] >= 0 ? _numbers[_first[article]] : 0;

    /// <summary>Adds an article.</summary>
    /// <param name="sequence">Its sequence number, higher than all before.</param>
    /// <param name="signature">Its signature.</param>
    public void Add(long sequence, ReadOnlySpan<byte> signature)
    {
        var article = _sequences.Count;
        if ((article & ((1 << PageBits) - 1)) == 0)
            _pages.Add(new byte[Signature.Length << PageBits]);
        _sequences.Add(sequence);
        _first.Add(-1);
        _longest.Add(-1);
        _members.Add(0);
        _numbers.Add(0);
        signature.CopyTo(SignatureOf(article));
        Articles++;
        Place(article);
    }

    /// <summary>Removes an article, if it is there. Where it was the first of its story the others are placed anew.</summary>
    public void Remove(long sequence)
    {
        var article = IndexOf(sequence);
        if (article < 0 || _first[article] < 0)
            return;
        var first = _first[article];
        Articles--;
        Touched.Add(sequence);
        _first[article] = -1;
        if (first != article)
        {
            Shrink(first, article);
            return;
        }

        _keys.Remove(article, SignatureOf(article));
        Free(article);
        var others = MembersOf(article);
        foreach (var other in others)
            _first[other] = -1;
        foreach (var other in others)
        {
            Touched.Add(_sequences[other]);
            Place(other);
        }
    }

    private void Place(int article)
    {
        var first = FirstFor(article);
        if (first < 0)
        {
            if (_keys.IsFull)
                GrowKeys();
            (_first[article], _longest[article], _members[article]) = (article, article, 1);
            _keys.Add(article, SignatureOf(article));
            return;
        }

        _first[article] = first;
        if (Signature.CountOf(SignatureOf(article)) > Signature.CountOf(SignatureOf(_longest[first])))
            _longest[first] = article;
        if (++_members[first] == 2)
        {
            _numbers[first] = _freeNumbers.TryPop(out var number) ? number : ++HighestNumber;
            Touched.Add(_sequences[first]);
        }
    }

    private int FirstFor(int article)
    {
        Span<int> found = stackalloc int[KeyTable.MostFound];
        var signature = SignatureOf(article);
        found = found[.._keys.Find(signature, found)];
        found.Sort();
        var (best, resemblance, verified) = (-1, 0.0, 0);
        // Those that share several keys come first.
        for (var least = 2; least > 0; least--)
        {
            for (var at = 0; at < found.Length && verified < MostVerified;)
            {
                var run = found[at..].IndexOfAnyExcept(found[at]) is >= 0 and var end ? end : found.Length - at;
                var candidate = found[at];
                at += run;
                if (run >= 2 != least >= 2)
                    continue;
                verified++;
                if (Resemblance(signature, candidate) is var much && much > resemblance)
                    (best, resemblance) = (candidate, much);
            }
        }

        return best;
    }

    /// <summary>How much an article resembles the first of a story; 0 when it cannot join.</summary>
    private double Resemblance(ReadOnlySpan<byte> signature, int first)
    {
        var other = SignatureOf(first);
        if (!Signature.ShareKey(signature, other) || Signature.Compare(signature, other) is not { IsCopy: true } overlap)
            return 0;
        var most = Longer * Signature.CountOf(other);
        var longest = SignatureOf(_longest[first]);
        return Signature.CountOf(signature) > most && Signature.CountOf(longest) > most && Signature.Compare(signature, longest).Resemblance < Overlap.LeastOfPart
            ? 0
            : overlap.Resemblance;
    }

    private void Shrink(int first, int gone)
    {
        if (--_members[first] == 1)
        {
            Touched.Add(_sequences[first]);
            Free(first);
        }

        if (_longest[first] != gone)
            return;
        _longest[first] = first;
        foreach (var member in MembersOf(first))
        {
            if (Signature.CountOf(SignatureOf(member)) > Signature.CountOf(SignatureOf(_longest[first])))
                _longest[first] = member;
        }
    }

    private void Free(int first)
    {
        if (_numbers[first] > 0)
            _freeNumbers.Push(_numbers[first]);
        _numbers[first] = 0;
    }

    private List<int> MembersOf(int first)
    {
        var members = new List<int>();
        var firsts = CollectionsMarshal.AsSpan(_first);
        for (var at = 0; at < firsts.Length && firsts[at..].IndexOf(first) is >= 0 and var step; at++)
            members.Add(at += step);
        return members;
    }

    private void GrowKeys()
    {
        _keys.Grow();
        for (var article = 0; article < _first.Count; article++)
        {
            if (_first[article] == article)
                _keys.Add(article, SignatureOf(article));
        }
    }

    private int IndexOf(long sequence) => CollectionsMarshal.AsSpan(_sequences).BinarySearch(sequence);

    private Span<byte> SignatureOf(int article) =>
        _pages[article >> PageBits].AsSpan((article & ((1 << PageBits) - 1)) * Signature.Length, Signature.Length);
}
