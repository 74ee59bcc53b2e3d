using SearchService.Articles;
using SearchService.Engine.Citing;
using Xunit;

namespace SearchService.Engine.Tests.Citing;

public class RisRecordTests
{
    [Fact]
    public void A_record_holds_what_the_article_says_between_its_type_and_its_end()
    {
        var lines = Read(CitedArticles.Whole.Cite(CitationFormat.Ris));

        Assert.Equal(("TY", "NEWS"), lines[0]);
        Assert.Equal(("ER", ""), lines[^1]);
        Assert.Equal(
            [
                ("TI", "लावरोव ने पाकिस्तान में बातचीत की"), ("TT", "Lavrov holds talks in Pakistan"), ("AU", "सज्जाद हुसैन"), ("T2", "परीक्षा पत्र"), ("SE", "विश्व"),
                ("PY", "2021"), ("DA", "2021/04/07/"), ("LA", "hi"), ("KW", "रूस"), ("KW", "पाकिस्तान"), ("N1", "भाषा, इस्लामाबाद"),
                ("UR", "https://paper.example/%E0%A4%B2%E0%A4%BE%E0%A4%B5%E0%A4%B0%E0%A5%8B%E0%A4%B5?a=1&b=50%25"), ("DB", "News archive"),
                ("L2", "https://archive.example/articles/lavrov-islamabad"), ("AN", "lavrov-islamabad"),
            ],
            lines[1..^1]);
    }

    [Fact]
    public void No_text_of_an_article_begins_a_line_of_its_own()
    {
        var lines = Read((CitedArticles.Whole with { Headline = "एक\r\nER  - \r\nTY  - BOOK", Tags = ["क\nKW  - ख"], Id = "a\u0085b" }).Cite(CitationFormat.Ris));

        Assert.Equal("एक ER - TY - BOOK", lines.Single(line => line.Tag == "TI").Value);
        Assert.Equal(["क KW - ख"], lines.Where(line => line.Tag == "KW").Select(line => line.Value));
        Assert.Single(lines, line => line.Tag == "ER");
    }

    [Fact]
    public void A_bare_article_is_a_record_too() =>
        Assert.Equal([("TY", "NEWS"), ("AN", "x"), ("ER", "")], Read(new Article { Id = "x", Body = "पाठ" }.Cite(CitationFormat.Ris, linked: false)));

    private static (string Tag, string Value)[] Read(string record)
    {
        Assert.EndsWith("ER  - \r\n\r\n", record, StringComparison.Ordinal);
        return [.. record[..^4].Split("\r\n").Select(line =>
        {
            Assert.Matches("^[A-Z][A-Z0-9]  - [^\r\n]*$", line);
            return (line[..2], line[6..]);
        })];
    }
}
