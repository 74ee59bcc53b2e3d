using System.Text;
using AngleSharp.Dom;

namespace SearchService.Articles.HtmlPages;

/// <summary>Plain text of an element, block by block, without scripts, navigation, forms and what is hidden. Walks without recursion.</summary>
internal static class BlockText
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "textarea", "iframe", "object", "embed",
        "svg", "math", "figure", "figcaption", "audio", "video", "canvas", "dialog", "menu", "head", "title",
    };

    private static readonly HashSet<string> Furniture = WordFile.Words("HtmlPages.furniture.txt");

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td",
        "th", "blockquote", "pre", "address", "hr", "body", "html", "time", "details", "summary",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd",
    };

    /// <summary>Text of one element in one line: a headline, a name. Scripts inside it are no text.</summary>
    public static string Inline(INode? node) => node is null ? "" : Decoding.PlainText.Line(string.Join(' ', Of(node, paragraphsOnly: false)));

    /// <summary>Texts of the blocks of an element in order, white space as in the source.</summary>
    /// <param name="root">The element.</param>
    /// <param name="paragraphsOnly">Only text in paragraphs, list items, quotes and subheads that are not links from end to end, no loose text.</param>
    public static List<string> Of(INode root, bool paragraphsOnly)
    {
        var blocks = new List<string>();
        var text = new StringBuilder();
        int links = 0, linked = 0, paragraphs = 0;
        // Children by index: the parser's own "next sibling" searches its parent's children each time.
        var open = new Stack<(INode Node, int Child)>();
        Push(root);
        while (open.TryPop(out var top))
        {
            if (top.Child == top.Node.ChildNodes.Length)
            {
                if (top.Node is IElement left) Leave(left);
                continue;
            }
            open.Push((top.Node, top.Child + 1));
            Push(top.Node.ChildNodes[top.Child]);
        }
        Close();
        return blocks;

        void Push(INode node)
        {
            if (node is IText words)
            {
                if (paragraphsOnly && paragraphs == 0) return;
                text.Append(words.Data);
                if (links > 0) linked += words.Data.Length;
            }
            else if (node == root || (node is IElement element && !IsSkipped(element)))
            {
                if (node is IElement entered) Enter(entered);
                open.Push((node, 0));
            }
        }

        void Enter(IElement element)
        {
            if (Blocks.Contains(element.LocalName)) Close();
            if (Paragraphs.Contains(element.LocalName)) paragraphs++;
            if (element.LocalName == "a") links++;
            if (element.LocalName == "br") text.Append('\n');
        }

        void Leave(IElement element)
        {
            if (Blocks.Contains(element.LocalName)) Close();
            if (Paragraphs.Contains(element.LocalName)) paragraphs--;
            if (element.LocalName == "a") links--;
        }

        void Close()
        {
            // "Also read: …" lines are links from end to end.
            if (text.Length > 0 && (!paragraphsOnly || linked * 5 < text.Length * 4)) blocks.Add(text.ToString());
            text.Clear();
            linked = 0;
        }
    }

    private static bool IsSkipped(IElement element) =>
        Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
        || (element.ClassName is { } names && names.Split(' ').Any(Furniture.Contains));
}
