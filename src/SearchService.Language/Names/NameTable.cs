namespace SearchService.Language.Names;

/// <summary>A table of names: on a line the spellings of one name, between tabs, its key that of the first.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> _keys = [];

    /// <summary>Reads an embedded table.</summary>
    /// <param name="resource">Folder and file name as embedded.</param>
    /// <exception cref="InvalidOperationException">A spelling stands on two lines.</exception>
    public NameTable(string resource)
    {
        foreach (var line in ResourceTable.Lines(resource))
        {
            var spellings = line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var first = NameKeys.Of(spellings[0]);
            foreach (var spelling in spellings)
            {
                var key = NameKeys.Of(spelling);
                if (!_keys.TryAdd(key, first) && _keys[key] != first)
                    throw new InvalidOperationException($"{spelling} stands on two lines of {resource}.");
            }
        }
    }

    /// <summary>The key of the name that a key is a spelling of; the key itself when no line has it.</summary>
    public string Resolve(string key) => _keys.GetValueOrDefault(key, key);
}
