using System.Text.Json;
using Deque.AxeCore.Commons;

namespace SearchService.BrowserTests.Fixtures;

/// <summary>axe-core's rules for WCAG 2.2, levels A and AA.</summary>
internal static class Accessibility
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // Rules on 2.2 are off in axe unless they are named.
    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            rules: { "target-size": { enabled: true } },
            resultTypes: ["violations"],
          });
          return {
            rules: result.passes.map(one => one.id),
            violations: result.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(" ")}: ${node.html} ${node.failureSummary}`)),
          };
        }
        """;

    /// <summary>Loads axe into the page that is open.</summary>
    public static Task LoadAsync(IPage page) => page.EvaluateAsync(Script);

    /// <summary>What the page as it stands breaks, each with its element; and which rules it was found to keep.</summary>
    public static async Task<(IReadOnlyList<string> Broken, IReadOnlyList<string> Kept)> BreachesAsync(IPage page)
    {
        var result = await page.EvaluateAsync<JsonElement>(Run);
        return (Texts("violations"), Texts("rules"));

        List<string> Texts(string name) => [.. result.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
    }
}
