using System.Numerics;

namespace SearchService.Language.Concepts;

/// <summary>
/// From a key to the ids of the words that have it. A word has one key in an index, so the ids of a key are a linked list in an array.
/// One writer at a time; readers need no lock: whatever a reader can reach is written before it is published, and is never changed afterwards.
/// Keys are 64-bit hashes, the same in every run; two keys of an archive of a million words collide with a chance of 3 in 100 million.
/// </summary>
internal sealed class KeyIndex
{
    private Table _table = new(1 << 10);
    private int[] _next = new int[1 << 10];

    /// <summary>The hash of a key; never 0, which marks an empty slot.</summary>
    public static ulong Hash(ReadOnlySpan<char> key)
    {
        // FNV-1a over UTF-16 units with the finaliser of MurmurHash3, whose low bits choose the slot.
        var hash = 14695981039346656037UL;
        foreach (var unit in key)
            hash = (hash ^ unit) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        hash ^= hash >> 33;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The id added last under this key, or -1.</summary>
    public int First(ulong key)
    {
        var table = Volatile.Read(ref _table);
        for (var slot = (int)key & table.Mask; ; slot = (slot + 1) & table.Mask)
        {
            var found = Volatile.Read(ref table.Keys[slot]);
            if (found == key)
                return Volatile.Read(ref table.Heads[slot]);
            if (found == 0)
                return -1;
        }
    }

    /// <summary>The id added before this one under the same key, or -1.</summary>
    public int Next(int id) => Volatile.Read(ref _next)[id];

    /// <summary>Adds an id, greater than all before. For the writer.</summary>
    public void Add(ulong key, int id)
    {
        if (id >= _next.Length)
            Lengthen(Math.Max(id + 1, _next.Length * 2));
        if (_table.Used * 3L > _table.Keys.Length * 2L)
            Volatile.Write(ref _table, _table.Resized(_table.Keys.Length * 2));
        var table = _table;
        var slot = table.SlotOf(key);
        if (table.Keys[slot] == key)
        {
            _next[id] = table.Heads[slot];
            Volatile.Write(ref table.Heads[slot], id);
            return;
        }
        _next[id] = -1;
        table.Heads[slot] = id;
        table.Used++;
        Volatile.Write(ref table.Keys[slot], key);
    }

    /// <summary>Makes room for as many ids in all. For the writer.</summary>
    public void Reserve(int ids)
    {
        if (ids > _next.Length)
            Lengthen(ids);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min((ids * 3L / 2) + 1, 1 << 30));
        if (size > _table.Keys.Length)
            Volatile.Write(ref _table, _table.Resized(size));
    }

    private void Lengthen(int length)
    {
        var longer = new int[length];
        _next.CopyTo(longer, 0);
        Volatile.Write(ref _next, longer);
    }

    private sealed class Table(int size)
    {
        public readonly ulong[] Keys = new ulong[size];
        public readonly int[] Heads = new int[size];
        public readonly int Mask = size - 1;
        public int Used;

        public int SlotOf(ulong key)
        {
            var slot = (int)key & Mask;
            while (Keys[slot] != 0 && Keys[slot] != key)
                slot = (slot + 1) & Mask;
            return slot;
        }

        public Table Resized(int size)
        {
            var larger = new Table(size) { Used = Used };
            for (var slot = 0; slot < Keys.Length; slot++)
            {
                if (Keys[slot] == 0)
                    continue;
                var to = larger.SlotOf(Keys[slot]);
                larger.Keys[to] = Keys[slot];
                larger.Heads[to] = Heads[slot];
            }
            return larger;
        }
    }
}
