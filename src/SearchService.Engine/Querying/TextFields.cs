namespace SearchService.Engine.Querying;

/// <summary>The searched text fields of an article, as a set.</summary>
[Flags]
internal enum TextFields
{
    None = 0,
    Headline = 1,
    WebTitle = 2,
    Body = 4,
    All = Headline | WebTitle | Body,
}
