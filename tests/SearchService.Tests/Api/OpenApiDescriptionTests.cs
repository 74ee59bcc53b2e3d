using System.Text.Json;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

public sealed class OpenApiDescriptionTests(ReadingService reading)
{
    [Fact]
    public async Task Every_endpoint_says_what_it_does_and_which_errors_it_has()
    {
        var operations = await OperationsAsync();

        Assert.Equal(
            ["DELETE /v1/articles/{id}", "DELETE /v1/saved-searches/{id}", "GET /health/live", "GET /health/ready", "GET /v1/articles/{id}", "GET /v1/articles/{id}/citation", "GET /v1/articles/{id}/copies", "GET /v1/articles/{id}/similar", "GET /v1/compare", "GET /v1/concordance", "GET /v1/concordance/export", "GET /v1/explain", "GET /v1/export", "GET /v1/feed", "GET /v1/interpret", "GET /v1/permalink", "GET /v1/saved-searches", "GET /v1/saved-searches/{id}", "GET /v1/saved-searches/{id}/feed", "GET /v1/saved-searches/{id}/matches", "GET /v1/search", "GET /v1/suggest", "GET /v1/timeline", "GET /v1/trends", "POST /v1/articles", "POST /v1/saved-searches", "PUT /v1/articles/{id}"],
            operations.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), name);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("operationId").GetString()), name);
            var responses = operation.GetProperty("responses").EnumerateObject().ToList();
            Assert.Contains(responses, response => response.Name.StartsWith('2'));
            foreach (var error in responses.Where(response => response.Name[0] is '4' or '5'))
            {
                var content = error.Value.GetProperty("content").GetProperty("application/problem+json");
                Assert.Equal(int.Parse(error.Name, System.Globalization.CultureInfo.InvariantCulture), content.GetProperty("example").GetProperty("status").GetInt32());
            }
        }
    }

    [Fact]
    public async Task The_parameters_of_a_search_are_described_with_types_and_examples()
    {
        var parameters = (await OperationsAsync())["GET /v1/search"].GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!);

        Assert.Equal(["q", "page", "pageSize", "cursor", "from", "to", "category", "agency", "place", "byline", "year", "readings", "corrections", "sort", "duplicates", "facets", "count"], parameters.Keys);
        Assert.All(parameters.Values, parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.GetProperty("description").GetString())));
        Assert.Equal("integer", parameters["page"].GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal("array", parameters["category"].GetProperty("schema").GetProperty("type").GetString());
        var sort = parameters["sort"].GetProperty("schema").GetProperty("$ref").GetString();
        Assert.Equal("#/components/schemas/SortChoice", sort);
        var choice = (await reading.Service.GetJsonAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas").GetProperty("SortChoice");
        Assert.Equal(["relevance", "newest", "oldest"], choice.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public async Task Examples_have_the_members_of_real_answers()
    {
        var operations = await OperationsAsync();
        var search = Example(operations["GET /v1/search"]);
        var real = await reading.Service.GetJsonAsync("/v1/search?q=लावरोव&facets=category");

        Assert.Equal(Names(real), Names(search));
        Assert.Equal(Names(real.GetProperty("hits")[0]), Names(search.GetProperty("hits")[0]));
        Assert.Equal(Names(real.GetProperty("hits")[0].GetProperty("highlights")[0]), Names(search.GetProperty("hits")[0].GetProperty("highlights")[0]));
        Assert.Equal(Names(await reading.Service.GetJsonAsync("/v1/interpret?q=x")), Names(Example(operations["GET /v1/interpret"])));
        var suggest = Example(operations["GET /v1/suggest"]);
        var suggested = await reading.Service.GetJsonAsync("/v1/suggest?q=लाव");
        Assert.Equal(Names(suggested), Names(suggest));
        Assert.Equal(Names(suggested.GetProperty("suggestions")[0]), Names(suggest.GetProperty("suggestions")[0]));
        var (explain, explained) = (Example(operations["GET /v1/explain"]), await reading.Service.GetJsonAsync("/v1/explain?q=लावरोव पाकिस्तान&id=lavrov-islamabad"));
        Assert.Equal(Names(explained), Names(explain));
        Assert.Equal(Names(explained.GetProperty("parts")[0]), Names(explain.GetProperty("parts")[0]));
        Assert.Equal(Names(explained.GetProperty("parts")[0].GetProperty("places")[0]), Names(explain.GetProperty("parts")[0].GetProperty("places")[0]));
        Assert.Equal(Names(await reading.Service.GetJsonAsync("/v1/permalink?q=x")), Names(Example(operations["GET /v1/permalink"])));
        Assert.Equal(Names(await reading.Service.GetJsonAsync("/health/ready")), Names(Example(operations["GET /health/ready"])));

        static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
        static JsonElement Example(JsonElement operation) => operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
    }

    [Theory]
    [InlineData("GET /v1/articles/{id}/citation", "/v1/articles/lavrov-islamabad/citation?format=", "bibtex ris csl-json mla")]
    [InlineData("GET /v1/export", "/v1/export?format=", "csv jsonl bibtex ris")]
    [InlineData("GET /v1/feed", "/v1/feed?q=", "x")]
    public async Task Every_media_type_is_described_with_an_example_of_its_own(string name, string path, string values)
    {
        var content = (await OperationsAsync())[name].GetProperty("responses").GetProperty("200").GetProperty("content");

        var types = new List<string?>();
        foreach (var value in values.Split(' '))
        {
            using var answer = await reading.Service.GetAsync(path + value);
            types.Add(answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(types.Order(), content.EnumerateObject().Select(type => type.Name).Order());
        Assert.All(content.EnumerateObject(), type => Assert.Equal(JsonValueKind.String, type.Value.GetProperty("example").ValueKind));
    }

    [Theory]
    [InlineData("timeline", "q=लावरोव", "intervals")]
    [InlineData("trends", "q=लावरोव&q=मौसम&smoothing=1", "series", "intervals", "smoothing")]
    [InlineData("compare", "q=लावरोव&q=मौसम", "first", "second", "both", "words")]
    [InlineData("concordance", "q=लावरोव", "lines")]
    public async Task Examples_of_research_have_the_members_of_real_answers(string path, string query, params string[] inner)
    {
        var operations = await OperationsAsync();
        var example = operations[$"GET /v1/{path}"].GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
        var real = await reading.Service.GetJsonAsync($"/v1/{path}?{query}");

        Assert.Equal(Names(real), Names(example));
        foreach (var name in inner)
            Assert.Equal(Names(real.GetProperty(name)), Names(example.GetProperty(name)));

        static List<string> Names(JsonElement element) => [.. (element.ValueKind == JsonValueKind.Array ? element[0] : element).EnumerateObject().Select(member => member.Name)];
    }

    [Fact]
    public async Task Schemas_have_plain_types_and_problems_their_code()
    {
        var schemas = (await reading.Service.GetJsonAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        Assert.Equal("integer", schemas.GetProperty("SearchResponse").GetProperty("properties").GetProperty("page").GetProperty("type").GetString());
        Assert.Equal("string", schemas.GetProperty("ProblemDetails").GetProperty("properties").GetProperty("code").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Changing_articles_is_described_with_its_key_and_its_body()
    {
        var operations = await OperationsAsync();

        foreach (var name in (string[])["PUT /v1/articles/{id}", "POST /v1/articles", "DELETE /v1/articles/{id}"])
            Assert.Equal(2, operations[name].GetProperty("security").GetArrayLength());
        Assert.True(operations["PUT /v1/articles/{id}"].GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(operations["POST /v1/articles"].GetProperty("requestBody").GetProperty("content").TryGetProperty("application/x-ndjson", out _));
        var id = operations["GET /v1/articles/{id}"].GetProperty("parameters").EnumerateArray().Single();
        Assert.Equal("path", id.GetProperty("in").GetString());
    }

    private async Task<Dictionary<string, JsonElement>> OperationsAsync()
    {
        var document = await reading.Service.GetJsonAsync("/openapi/v1.json");
        return document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
            .ToDictionary(operation => operation.Name, operation => operation.Value);
    }
}
