using System.Text.Json;
using SearchService.Articles;
using SearchService.Engine.Citing;
using Xunit;

namespace SearchService.Engine.Tests.Citing;

public class CslItemTests
{
    [Fact]
    public void An_item_holds_what_the_article_says()
    {
        var json = CitedArticles.Whole.Cite(CitationFormat.CslJson);
        var item = Assert.Single(JsonDocument.Parse(json).RootElement.EnumerateArray());

        Assert.Equal("article-newspaper", item.GetProperty("type").GetString());
        Assert.Equal("lavrov-islamabad", item.GetProperty("id").GetString());
        Assert.Equal("लावरोव ने पाकिस्तान में बातचीत की", item.GetProperty("title").GetString());
        Assert.Equal("सज्जाद हुसैन", item.GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal([2021, 4, 7], item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()));
        Assert.Equal("परीक्षा पत्र", item.GetProperty("container-title").GetString());
        Assert.Equal("भाषा; Lavrov holds talks in Pakistan", item.GetProperty("note").GetString());
        Assert.Equal("https://archive.example/articles/lavrov-islamabad", item.GetProperty("archive_location").GetString());
        Assert.Contains("लावरोव", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_has_no_member()
    {
        var item = JsonDocument.Parse(new Article { Id = "x", Body = "पाठ" }.Cite(CitationFormat.CslJson, linked: false)).RootElement[0];
        Assert.Equal(["id", "type"], item.EnumerateObject().Select(member => member.Name));
    }
}
