namespace SearchService.Language.Concepts;

/// <summary>
/// The words of a vocabulary letter by letter, for what begins alike and for searches that spell as they go. A word that shares its last letters
/// with no other ends in a tail: the letters are read from the word itself, so there are few more nodes than words.
/// One writer at a time; readers need no lock: a node is written before it is linked, and links are only ever added.
/// </summary>
internal sealed class WordTrie(Vocabulary vocabulary)
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;
    private const int None = -1;

    /// <summary>Marks a node's word that ends there.</summary>
    private const int Ends = 1;

    private Node[][] _chunks = [NewChunk()];
    private int _count = 1;

    /// <summary>The place before the first letter of every word.</summary>
    public static TriePlace Root => new(0, 0, None);

    /// <summary>How many nodes there are.</summary>
    public int Count => _count;

    /// <summary>Adds a word, or raises what is known of its count. For the writer.</summary>
    /// <param name="id">The word.</param>
    /// <param name="count">How often it occurs.</param>
    public void Add(int id, int count)
    {
        var word = vocabulary.WordOf(id);
        var node = 0;
        for (var depth = 0; ; depth++)
        {
            ref var here = ref At(node);
            if (here.Best < count)
                here.Best = count;
            var known = here.Word >> 1;
            var isLeaf = here.FirstChild == None;
            // A node goes on naming the word that was once its only one: the nodes below it have to be told too.
            if (known == id && (isLeaf || (here.Word & Ends) != 0))
                return;
            if (known >= 0 && isLeaf && (here.Word & Ends) == 0)
                Volatile.Write(ref here.FirstChild, NewNode(depth, known, vocabulary.CountOf(known), None));
            if (depth == word.Length)
            {
                Volatile.Write(ref here.Word, (id << 1) | Ends);
                return;
            }

            var child = Child(here.FirstChild, word[depth]);
            if (child == None)
            {
                Volatile.Write(ref here.FirstChild, NewNode(depth, id, count, here.FirstChild));
                return;
            }

            node = child;
        }
    }

    /// <summary>The word that ends at a place, or -1.</summary>
    public int WordAt(TriePlace place)
    {
        if (place.Tail >= 0)
            return vocabulary.WordOf(place.Tail).Length == place.Depth ? place.Tail : None;
        var word = Volatile.Read(ref At(place.Node).Word);
        return word >= 0 && (word & Ends) != 0 ? word >> 1 : None;
    }

    /// <summary>No word at or below a place occurs more often; it may be that none occurs so often any more.</summary>
    public int BestAt(TriePlace place) => place.Tail >= 0 ? vocabulary.CountOf(place.Tail) : At(place.Node).Best;

    /// <summary>The places one letter on.</summary>
    public ChildrenOfPlace Children(TriePlace place) => new(this, place);

    /// <summary>The place that letters lead to from the root; null when no word begins so.</summary>
    public TriePlace? Find(ReadOnlySpan<char> letters)
    {
        var place = Root;
        foreach (var letter in letters)
        {
            var found = false;
            foreach (var (unit, child) in Children(place))
            {
                if (unit != letter)
                    continue;
                (place, found) = (child, true);
                break;
            }

            if (!found)
                return null;
        }

        return place;
    }

    /// <summary>The letters that lead to a place from the root.</summary>
    public ReadOnlySpan<char> LettersTo(TriePlace place)
    {
        var word = place.Tail;
        for (var node = place.Node; word < 0 && node != None; node = Volatile.Read(ref At(node).FirstChild))
            word = Volatile.Read(ref At(node).Word) >> 1;
        return word < 0 ? default : vocabulary.WordOf(word).AsSpan(0, place.Depth);
    }

    private static Node[] NewChunk()
    {
        var chunk = new Node[ChunkSize];
        chunk[0] = new() { FirstChild = None, NextSibling = None, Word = None };
        return chunk;
    }

    private int Child(int first, char unit)
    {
        for (var node = first; node != None; node = At(node).NextSibling)
        {
            if (At(node).Unit == unit)
                return node;
        }

        return None;
    }

    private int NewNode(int depth, int id, int best, int nextSibling)
    {
        var word = vocabulary.WordOf(id);
        var node = _count++;
        if (node >> ChunkBits == _chunks.Length)
            Volatile.Write(ref _chunks, [.. _chunks, NewChunk()]);
        At(node) = new() { Unit = word[depth], Word = (id << 1) | (word.Length == depth + 1 ? Ends : 0), Best = best, FirstChild = None, NextSibling = nextSibling };
        return node;
    }

    private ref Node At(int node) => ref Volatile.Read(ref _chunks)[node >> ChunkBits][node & (ChunkSize - 1)];

    private struct Node
    {
        public int FirstChild;
        public int NextSibling;

        /// <summary>The word that ends here, or without children the one word that goes on from here: its number twice, and <see cref="Ends"/> for the former.</summary>
        public int Word;
        public int Best;
        public char Unit;
    }

    /// <summary>Enumerates the places one letter on from a place.</summary>
    public ref struct ChildrenOfPlace
    {
        private readonly WordTrie _trie;
        private readonly TriePlace _from;
        private int _next;
        private int _tail;

        public ChildrenOfPlace(WordTrie trie, TriePlace from)
        {
            (_trie, _from, _next, _tail) = (trie, from, None, from.Tail);
            if (from.Tail >= 0)
                return;
            ref var node = ref trie.At(from.Node);
            _next = Volatile.Read(ref node.FirstChild);
            if (_next == None)
                _tail = Volatile.Read(ref node.Word) is var word && (word & Ends) == 0 ? word >> 1 : None;
        }

        public (char Unit, TriePlace Place) Current { get; private set; }

        public readonly ChildrenOfPlace GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next != None)
            {
                ref var node = ref _trie.At(_next);
                Current = (node.Unit, new(_next, _from.Depth + 1, None));
                _next = node.NextSibling;
                return true;
            }

            if (_tail < 0)
                return false;
            var word = _trie.Word(_tail);
            if (word.Length <= _from.Depth)
                return false;
            Current = (word[_from.Depth], new(_from.Node, _from.Depth + 1, _tail));
            _tail = None;
            return true;
        }
    }

    private string Word(int id) => vocabulary.WordOf(id);
}

/// <summary>A place in a trie: so many letters on from the root.</summary>
/// <param name="Node">The node reached, or the last one before the tail.</param>
/// <param name="Depth">Letters so far.</param>
/// <param name="Tail">The only word that goes on from here, once that is known; else -1.</param>
internal readonly record struct TriePlace(int Node, int Depth, int Tail);
