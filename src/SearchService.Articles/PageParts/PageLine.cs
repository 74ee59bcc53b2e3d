namespace SearchService.Articles.PageParts;

/// <summary>One line of a page, not empty.</summary>
/// <param name="Text">Cleaned text, white space collapsed.</param>
/// <param name="AfterBlank">Whether an empty line or a new element precedes it; lines without one may be one hard-wrapped paragraph.</param>
internal readonly record struct PageLine(string Text, bool AfterBlank);
