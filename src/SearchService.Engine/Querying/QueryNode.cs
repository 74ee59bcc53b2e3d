namespace SearchService.Engine.Querying;

/// <summary>A query as written: the tree the parser makes, before any word is looked up.</summary>
internal abstract record QueryNode;

/// <summary>A run of characters between spaces; it may hold several words (<c>जम्मू-कश्मीर</c>, <c>a/b</c>) or none.</summary>
/// <param name="Text">As written.</param>
/// <param name="Exact">Only as printed, without readings.</param>
/// <param name="Fields">Where it is searched.</param>
internal sealed record WordNode(string Text, bool Exact, TextFields Fields) : QueryNode;

/// <summary>Words that begin so: <c>wor*</c>.</summary>
internal sealed record PrefixNode(string Prefix, TextFields Fields) : QueryNode;

/// <summary>Words in a row, or within <paramref name="Slop"/> moves of it.</summary>
/// <param name="Text">What is between the quotation marks.</param>
/// <param name="Slop">0 for a plain phrase; otherwise how many positions words may be moved in all, as Lucene counts.</param>
/// <param name="Exact">Only as printed, without readings.</param>
/// <param name="Fields">Where it is searched.</param>
internal sealed record PhraseNode(string Text, int Slop, bool Exact, TextFields Fields) : QueryNode;

/// <summary>Two things at most <paramref name="Distance"/> words apart, in either order; 1 is side by side.</summary>
internal sealed record NearNode(QueryNode Left, QueryNode Right, int Distance) : QueryNode;

/// <summary>A bag: more of its optional parts is better; required ones must be there, prohibited ones must not.</summary>
internal sealed record BagNode(IReadOnlyList<BagItem> Items) : QueryNode;

/// <summary>One part of a bag.</summary>
internal readonly record struct BagItem(Occurrence Occurrence, QueryNode Node);

/// <summary>Whether a part of a bag may, must or must not be there.</summary>
internal enum Occurrence
{
    Optional,
    Required,
    Prohibited,
}

/// <summary>All of the parts: AND.</summary>
internal sealed record AllNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>Any of the parts: OR.</summary>
internal sealed record AnyNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>A whole value of a filter field: <c>category:विश्व</c>.</summary>
internal sealed record FilterNode(FilterField Field, string Value) : QueryNode;

/// <summary>A range of days: <c>date:2021-04..2021-06</c>.</summary>
internal sealed record DateNode(DateSpan Span) : QueryNode;
