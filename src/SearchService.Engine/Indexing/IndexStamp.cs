using System.Globalization;
using Lucene.Net.Index;

namespace SearchService.Engine.Indexing;

/// <summary>What a commit of the index says about itself, in Lucene's commit data.</summary>
/// <param name="Generation">Sequence number of the last change it holds; it holds all before that, and none after.</param>
/// <param name="Schema">Its <see cref="IndexFields.Schema"/>.</param>
/// <param name="Store">Identity of the store it was made from.</param>
internal sealed record IndexStamp(long Generation, int Schema, string Store)
{
    /// <summary>Reads the stamp of a commit.</summary>
    /// <returns>Null where there is none.</returns>
    public static IndexStamp? Of(IndexCommit commit)
    {
        var data = commit.UserData;
        return data.TryGetValue("generation", out var generation)
            && data.TryGetValue("schema", out var schema)
            && data.TryGetValue("store", out var store)
            && long.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(schema, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(number, version, store)
            : null;
    }

    /// <summary>As Lucene's commit data.</summary>
    public Dictionary<string, string> ToCommitData() => new()
    {
        ["generation"] = Generation.ToString(CultureInfo.InvariantCulture),
        ["schema"] = Schema.ToString(CultureInfo.InvariantCulture),
        ["store"] = Store,
    };
}
