using System.Text.Json;

namespace SearchService.Benchmarks.Stock;

/// <summary>What the stock chain indexes of an article; a missing field is empty.</summary>
internal sealed record StockArticle(string Id, string Headline, string WebTitle, string Body)
{
    /// <summary>Reads one JSON line.</summary>
    public static StockArticle Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Field(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return new StockArticle(Field("id"), Field("headline"), Field("webTitle"), Field("body"));
    }
}
