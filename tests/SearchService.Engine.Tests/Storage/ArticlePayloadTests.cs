using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SearchService.Articles;
using SearchService.Engine.Storage;
using Xunit;

namespace SearchService.Engine.Tests.Storage;

public sealed class ArticlePayloadTests
{
    [Fact]
    public void Any_text_comes_back_as_it_was_with_a_hash_that_confirms_it() =>
        Prop.ForAll<string?, string?>((headline, body) =>
        {
            var article = SomeArticles.One(1) with { Headline = WellFormed(headline), Body = WellFormed(body) };
            var (payload, hash) = ArticlePayload.Of(article);
            var read = payload.Read();

            Assert.Equal((article.Headline, article.Body), (read.Headline, read.Body));
            Assert.True(payload.IsIntact(hash));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Headline_and_web_title_are_read_alone_as_they_are_with_the_rest() =>
        Prop.ForAll<string?, string?, int>((headline, webTitle, length) =>
        {
            // With an address of any length, so that they lie behind what is read at first too.
            var address = "https://archive.example/" + new string('x', Math.Abs(length % 60) * 50);
            var article = SomeArticles.One(1) with { Headline = "अ" + WellFormed(headline), WebTitle = WellFormed(webTitle), Url = address };

            Assert.Equal((article.Headline, article.WebTitle), ArticlePayload.Of(article).Payload.ReadTitles());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Titles_of_a_damaged_payload_are_a_fault()
    {
        var payload = ArticlePayload.Of(SomeArticles.One(1)).Payload;

        Assert.Throws<InvalidDataException>(() => (payload with { Codec = 99 }).ReadTitles());
        Assert.Throws<InvalidDataException>(() => (payload with { Bytes = payload.Bytes[..20] }).ReadTitles());
        Assert.Throws<InvalidDataException>(() => (payload with { Bytes = [1] }).ReadTitles());
    }

    [Fact]
    public void Every_member_comes_back_and_so_do_members_that_are_not_known()
    {
        var article = new Article
        {
            Id = "α/१",
            Url = "https://archive.example/1",
            Headline = "पहला",
            WebTitle = "first",
            Body = "एक\nदो",
            PublishedAt = new DateTimeOffset(2021, 4, 7, 14, 27, 42, new TimeSpan(5, 30, 0)),
            UpdatedAt = new DateTimeOffset(2021, 4, 8, 1, 2, 3, TimeSpan.Zero),
            Category = "विश्व",
            Agency = "भाषा",
            Byline = "नाम",
            Place = "इस्लामाबाद",
            Dateline = "इस्लामाबाद, सात अप्रैल",
            Disclaimer = "सूचना",
            Tags = ["एक", "two"],
            Language = "hi",
            Source = "पत्र",
            Extra = new Dictionary<string, JsonElement> { ["section"] = JsonDocument.Parse("""{"n":1.50,"list":[null,"क"]}""").RootElement },
        };

        var read = ArticlePayload.Of(article).Payload.Read();

        Assert.Equal(article.Tags, read.Tags);
        Assert.Equal("""{"n":1.50,"list":[null,"क"]}""", read.Extra!["section"].GetRawText());
        Assert.Equal(article with { Tags = [], Extra = null }, read with { Tags = [], Extra = null });
    }

    [Fact]
    public void A_body_that_packs_to_almost_nothing_is_kept_like_any_other()
    {
        var article = SomeArticles.One(1, new string('क', 5_000_000));

        var (payload, hash) = ArticlePayload.Of(article);

        Assert.InRange(payload.Bytes.Length, 1, 10_000);
        Assert.True(payload.IsIntact(hash));
        Assert.Equal(article.Body, payload.Read().Body);
    }

    [Fact]
    public void No_flipped_bit_changes_an_article_unnoticed()
    {
        var (payload, hash) = ArticlePayload.Of(SomeArticles.One(1));
        for (var bit = 0; bit < payload.Bytes.Length * 8; bit += 7)
        {
            var damaged = payload.Bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            // Two bits say how the rest is packed, and a text packed otherwise is the same text. The high byte of the length is not
            // tried: it asks for gigabytes.
            var payloadThen = new ArticlePayload(payload.Codec, damaged);
            if (bit is (< 24 or >= 32) && payloadThen.IsIntact(hash))
                Assert.Equal(payload.Read().Body, payloadThen.Read().Body);
        }
    }

    [Fact]
    public void A_codec_of_a_later_version_is_named_not_guessed()
    {
        var (payload, _) = ArticlePayload.Of(SomeArticles.One(1));

        Assert.Contains("99", Assert.Throws<InvalidDataException>(() => (payload with { Codec = 99 }).Read()).Message, StringComparison.Ordinal);
    }

    // JSON has no half of a surrogate pair.
    private static string WellFormed(string? text) => new([.. (text ?? "").Where(character => !char.IsSurrogate(character))]);
}
