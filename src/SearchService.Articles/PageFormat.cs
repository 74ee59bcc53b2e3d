namespace SearchService.Articles;

/// <summary>How stored content is laid out. <see cref="Auto"/> decides by the content itself, not by the file's name.</summary>
public enum PageFormat
{
    /// <summary>Decide by content: JSON lines, an HTML page or a text page.</summary>
    Auto,

    /// <summary>A stored text page: headline, byline and times, web title, body, disclaimer, footer.</summary>
    Text,

    /// <summary>An HTML page with JSON-LD, meta elements or its own markup.</summary>
    Html,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
