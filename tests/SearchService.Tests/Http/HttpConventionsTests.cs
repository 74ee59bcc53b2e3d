using System.IO.Compression;
using System.Net;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Http;

public sealed class HttpConventionsTests(ReadingService reading)
{
    private readonly RunningService _service = reading.Service;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Json_and_pages_are_compressed_for_those_who_take_it(string coding)
    {
        foreach (var path in (string[])["/v1/search?q=मौसम", "/", "/site.css", "/suggest.js"])
        {
            using var plain = await _service.GetAsync(path);
            using var packed = await _service.GetAsync(path, ("Accept-Encoding", coding));
            Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
            var bytes = await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            using Stream unpacked = coding == "br" ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked);
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Equal(WithoutTime(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), WithoutTime(text));
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        }

        static string WithoutTime(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"tookMs\":[0-9.]+", "");
    }

    [Theory]
    [InlineData("/v1/search?q=बजट")]
    [InlineData("/v1/articles/budget")]
    [InlineData("/health/live")]
    [InlineData("/search?q=बजट")]
    [InlineData("/")]
    [InlineData("/site.css")]
    [InlineData("/suggest.js")]
    [InlineData("/openapi/v1.json")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        using var get = await _service.GetAsync(path);
        using var head = await _service.SendAsync(HttpMethod.Head, path, null);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_but_the_own_guessing_of_types_and_telling_other_sites()
    {
        foreach (var path in (string[])["/", "/search?q=<script>", "/v1/search", "/nowhere", "/articles/hostile", "/site.css"])
        {
            using var response = await _service.GetAsync(path, ("Accept", "text/html"));
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Any_origin_may_read_the_api_when_none_is_configured()
    {
        using var response = await _service.GetAsync("/v1/search?q=बजट", ("Origin", "https://front.example"));

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ETag", response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Configured_origins_may_read_and_no_other_and_none_may_write()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.Path, ("Http:AllowedOrigins:0", "https://front.example"), ("Writing:Keys:0", RunningService.Key));

        using var known = await service.GetAsync("/v1/search", ("Origin", "https://front.example"));
        using var other = await service.GetAsync("/v1/search", ("Origin", "https://other.example"));
        using var preflight = await service.SendAsync(
            HttpMethod.Options, "/v1/articles/a", null, ("Origin", "https://front.example"), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "X-Api-Key"));

        Assert.Equal("https://front.example", known.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Origin", known.Headers.Vary);
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("PUT", preflight.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? string.Join(',', methods) : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/site.css", "href")]
    [InlineData("/suggest.js", "src")]
    public async Task What_pages_load_may_be_kept_for_good_under_the_address_they_use(string file, string attribute)
    {
        using var page = await _service.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = System.Text.RegularExpressions.Regex.Match(html, $"{attribute}=\"({file}\\?v=[0-9a-f]{{12}})\"").Groups[1].Value;

        using var hashed = await _service.GetAsync(address);
        using var bare = await _service.GetAsync(file);
        Assert.Equal("public, max-age=31536000, immutable", hashed.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("public, max-age=3600", bare.Headers.GetValues("Cache-Control").Single());
    }
}
