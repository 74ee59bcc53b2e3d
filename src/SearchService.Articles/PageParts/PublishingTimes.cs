using SearchService.Articles.Dates;

namespace SearchService.Articles.PageParts;

/// <summary>
/// Times gathered from a page's publishing lines. ISO stamps win over written dates; with both a "published" and an "updated" label each
/// label's own time counts, else the first time is the publishing and the last the update: pages print both after one label.
/// </summary>
internal sealed class PublishingTimes
{
    private readonly List<(string Role, DateTimeOffset Time, bool IsStamp)> _times = [];

    /// <summary>When it was published; null when no line gave a time.</summary>
    public DateTimeOffset? Published => Resolve().Published;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated => Resolve().Updated;

    /// <summary>Takes the times of one stretch of a line.</summary>
    /// <param name="role">Role of the label before it, or empty.</param>
    /// <param name="text">Text from the label to the next one.</param>
    public void Add(string role, string text)
    {
        foreach (var stamp in IsoStamp.FindAll(text)) _times.Add((role, stamp, true));
        if (WrittenDate.Find(text) is { } written) _times.Add((role, written, false));
    }

    private (DateTimeOffset? Published, DateTimeOffset? Updated) Resolve()
    {
        var published = Best(_times.FindAll(time => time.Role == "published"));
        var updated = Best(_times.FindAll(time => time.Role == "updated"));
        if (published.Count > 0 && updated.Count > 0) return (published[0].Time, updated[^1].Time);
        var all = Best(_times);
        return all.Count == 0 ? (null, null) : (all[0].Time, all[^1].Time);
    }

    private static List<(string Role, DateTimeOffset Time, bool IsStamp)> Best(List<(string Role, DateTimeOffset Time, bool IsStamp)> times) =>
        times.Exists(time => time.IsStamp) ? times.FindAll(time => time.IsStamp) : times;
}
