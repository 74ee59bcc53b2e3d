namespace SearchService.Articles.Tests;

public sealed class SeedPageTests
{
    [Fact]
    public void A_real_stored_page_reads_with_every_field_right()
    {
        var shared = Environment.GetEnvironmentVariable("SEARCHSERVICE_SHARED") ?? Path.Combine(Fixture.Root ?? ".", "..", "shared");
        var file = Path.Combine(shared, "seed", "lokmat-page.txt");
        if (!File.Exists(file)) Assert.Skip($"There is no {file}; set SEARCHSERVICE_SHARED to the folder that holds it.");
        var article = Assert.Single(ArticlePaths.ReadAll([file])).Article!;
        var stamp = new DateTimeOffset(2021, 4, 7, 14, 27, 42, TimeSpan.FromMinutes(330));
        Assert.Equal("कुरैशी और लावरोव ने रक्षा, आतंकवाद रोधी मामलों में सहयोग की समीक्षा की", article.Headline);
        Assert.Equal("Qureshi and Lavrov review cooperation in defense, counter-terrorism matters", article.WebTitle);
        Assert.Equal((stamp, stamp), (article.PublishedAt!.Value, article.UpdatedAt!.Value));
        Assert.Equal(("विश्व", "भाषा", "सज्जाद हुसैन", "लोकमत हिन्दी"), (article.Category, article.Agency, article.Byline, article.Source));
        Assert.Equal(("इस्लामाबाद", "इस्लामाबाद, सात अप्रैल"), (article.Place, article.Dateline));
        var paragraphs = article.Body.Split('\n');
        Assert.Equal(16, paragraphs.Length);
        Assert.StartsWith("इस्लामाबाद, सात अप्रैल पाकिस्तान के विदेश मंत्री", paragraphs[0]);
        Assert.StartsWith("लावरोव भारत की यात्रा", paragraphs[^1]);
        Assert.StartsWith("लोकमत हिन्दी ने इस", article.Disclaimer);
        Assert.EndsWith("प्रकाशित की गयी है।", article.Disclaimer);
    }
}
