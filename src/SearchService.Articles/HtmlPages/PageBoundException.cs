namespace SearchService.Articles.HtmlPages;

/// <summary>Stops the parser from inside when a page goes over a bound; the message says which.</summary>
internal sealed class PageBoundException(string message) : Exception(message);
