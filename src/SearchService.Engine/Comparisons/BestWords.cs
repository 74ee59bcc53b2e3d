namespace SearchService.Engine.Comparisons;

/// <summary>The words of greatest keyness that were offered; of words that are equal the first offered.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestWords(int most)
{
    // The least of them first; of equal ones the last offered.
    private readonly PriorityQueue<int, (double Keyness, int Word)> _words = new(Comparer<(double Keyness, int Word)>.Create(
        static (one, other) => one.Keyness.CompareTo(other.Keyness) is not 0 and var order ? order : other.Word.CompareTo(one.Word)));

    private double _least = double.NegativeInfinity;

    /// <summary>The words kept, in no order.</summary>
    public IEnumerable<(double Keyness, int Word)> Words => _words.UnorderedItems.Select(item => (item.Priority.Keyness, item.Element));

    /// <summary>Whether a word of such keyness would be kept.</summary>
    public bool CanTake(double keyness) => keyness > _least;

    /// <summary>Offers a word; words come with rising numbers.</summary>
    public void Offer(double keyness, int word)
    {
        if (!CanTake(keyness))
            return;
        if (_words.Count == most)
            _words.DequeueEnqueue(word, (keyness, word));
        else
            _words.Enqueue(word, (keyness, word));
        if (_words.Count == most && _words.TryPeek(out _, out var last))
            _least = last.Keyness;
    }
}
