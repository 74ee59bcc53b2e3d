using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SearchService.Articles.HtmlPages;

/// <summary>Parses HTML within bounds of nesting, elements and time. Scripts are not run and nothing is loaded.</summary>
internal static class BoundedParser
{
    /// <summary>Pages have some thousand elements; one with more than this is made to wear readers down.</summary>
    private const int MostElements = 200_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The document.</summary>
    /// <exception cref="PageBoundException">The page goes over a bound.</exception>
    public static IDocument Parse(string html)
    {
        var elements = 0;
        var watch = Stopwatch.StartNew();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                if (++elements > MostElements) throw new PageBoundException($"The page has more than {MostElements} elements");
                if (watch.Elapsed > Longest) throw new PageBoundException($"Parsing the page takes longer than {Longest.TotalSeconds} s");
            },
        });
        return parser.ParseDocument(NestingLimit.Apply(html));
    }
}
