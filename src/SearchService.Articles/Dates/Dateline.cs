namespace SearchService.Articles.Dates;

/// <summary>The dateline a story opens with.</summary>
/// <param name="Place">Where it was written: <c>इस्लामाबाद</c>, <c>लखनऊ/कानपुर</c>.</param>
/// <param name="Text">Place and day as printed: <c>इस्लामाबाद, सात अप्रैल</c>.</param>
/// <param name="Agency">The agency in brackets after the day, <c>(भाषा)</c>; null without one.</param>
internal sealed record Dateline(string Place, string Text, string? Agency);
