using System.Text.Json;
using Microsoft.OpenApi;
using NJsonSchema;
using SearchService.Tests.Fixtures;

namespace SearchService.Tests.Api;

/// <summary>The description is one that a generator makes a working client of.</summary>
public sealed class GeneratedClientTests(ReadingService reading)
{
    // Compiled against the generated client: that it compiles is that names, types and nullability are what a caller expects.
    private const string Use = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Generated;

        public static class Use
        {
            public static async Task<IReadOnlyDictionary<string, string>> RunAsync(HttpClient http)
            {
                var client = new ArchiveClient(http);
                var told = new Dictionary<string, string>();
                var first = await client.SearchAsync(q: "मौसम", pageSize: 5, sort: SortChoice.Newest, category: ["मौसम", "खेल"]);
                var next = await client.SearchAsync(q: "मौसम", pageSize: 5, sort: SortChoice.Newest, category: ["मौसम", "खेल"], cursor: first.NextCursor);
                told["pages"] = $"{first.Page} {next.Page}, {first.Total.Value} {next.Total.Value}";
                told["hits"] = string.Join(' ', first.Hits.Concat(next.Hits).Select(hit => hit.Id).Distinct().Count());
                var marked = (await client.SearchAsync(q: "lavrov")).Hits.First(hit => hit.Id == "lavrov-islamabad").Highlights.First(one => one.Field == "headline");
                var span = marked.Spans.First().ToArray();
                told["mark"] = marked.Text.Substring(span[0], span[1]);
                told["suggest"] = (await client.SuggestAsync("लाव")).Suggestions.First().Text;
                var timeline = await client.TimelineAsync(q: "लावरोव", interval: IntervalChoice.Month);
                DateOnly from = timeline.Intervals.First().From;
                told["timeline"] = $"{from:yyyy-MM-dd} {timeline.Intervals.Sum(one => one.Count)} {timeline.Total.Value}";
                var trends = await client.TrendsAsync(["लावरोव", "मौसम"]);
                told["trends"] = string.Join(' ', trends.Series.Select(one => one.Query.Text));
                var article = await client.GetArticleAsync("समाचार/2021/लेख 1?x=%2F#y");
                told["article"] = article.Headline + " " + (article.Agency ?? "none");
                told["kept"] = (await client.GetArticleAsync("lavrov-islamabad")).AdditionalProperties["edition"].ToString()!;
                told["citation"] = (await client.GetCitationAsync(id: "lavrov-islamabad", format: GetCitationFormatChoice.Bibtex)).Split('{')[0];
                using (var export = await client.ExportAsync(q: "लावरोव", format: FormatChoice.Csv))
                using (var reader = new StreamReader(export.Stream))
                    told["export"] = (await reader.ReadLineAsync())!.TrimStart('\uFEFF').Split(',')[0].Trim('"');
                try
                {
                    await client.SearchAsync(q: "\"लावरोव");
                }
                catch (ApiException<ProblemDetails> problem)
                {
                    told["problem"] = $"{problem.StatusCode} {problem.Result.Status} {problem.Result.Code} {problem.Result.Parameter} {problem.Result.Position}";
                }

                return told;
            }
        }
        """;

    [Fact]
    public async Task A_generated_client_compiles_and_asks_the_running_service()
    {
        var client = await GeneratedClient.GenerateAsync(await DescriptionAsync());
        var use = GeneratedClient.Compile(client, Use).GetType("Use")!.GetMethod("RunAsync")!;

        var told = await (Task<IReadOnlyDictionary<string, string>>)use.Invoke(null, [reading.Service.Client])!;

        Assert.Equal("1 2, 30 30", told["pages"]);
        Assert.Equal("10", told["hits"]);
        Assert.Equal("लावरोव", told["mark"]);
        Assert.Equal("लावरोव", told["suggest"]);
        Assert.Equal("2021-04-01 2 2", told["timeline"]);
        Assert.Equal("लावरोव मौसम", told["trends"]);
        Assert.Equal("अजीब पहचान वाला लेख none", told["article"]);
        Assert.Equal("दिल्ली", told["kept"]);
        Assert.StartsWith("@", told["citation"], StringComparison.Ordinal);
        Assert.Equal("id", told["export"]);
        Assert.StartsWith("400 400 query_syntax q ", told["problem"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_type_of_the_client_is_numbered_for_want_of_a_name() =>
        Assert.DoesNotMatch(@"public (enum|partial class) [A-Za-z]+\d", await GeneratedClient.GenerateAsync(await DescriptionAsync()));

    [Fact]
    public async Task The_description_is_read_without_errors_and_warnings()
    {
        var read = OpenApiDocument.Parse(await DescriptionAsync());

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
    }

    [Fact]
    public async Task Every_parameter_is_described_and_every_answer_has_an_example_that_its_schema_allows()
    {
        var document = await NSwag.OpenApiDocument.FromJsonAsync(await DescriptionAsync(), TestContext.Current.CancellationToken);

        Assert.NotEmpty(document.Operations);
        foreach (var (path, operation) in document.Operations.Select(one => ($"{one.Method} {one.Path}", one.Operation)))
        {
            Assert.All(operation.ActualParameters.Where(parameter => parameter.Kind != NSwag.OpenApiParameterKind.Body), parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Description), $"{path} {parameter.Name}"));
            foreach (var (status, response) in operation.ActualResponses)
            {
                foreach (var (type, content) in response.Content)
                {
                    Assert.True(content.Example is not null, $"{path} {status} {type} has no example");
                    var example = content.Example is string text ? JsonSerializer.Serialize(text) : content.Example.ToString()!;
                    Assert.True(content.Schema.Validate(example, SchemaType.OpenApi3).Count == 0, $"{path} {status} {type}: {string.Join("; ", content.Schema.Validate(example, SchemaType.OpenApi3))}");
                }
            }
        }
    }

    private async Task<string> DescriptionAsync() => (await reading.Service.GetJsonAsync("/openapi/v1.json")).GetRawText();
}
