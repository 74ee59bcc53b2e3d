using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SearchService.Api;

/// <summary><c>/openapi/v1.json</c>: what the endpoints say of themselves, with the query strings and examples they cannot say in types.</summary>
internal static class OpenApiDescription
{
    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "SearchService",
                Version = "v1",
                Description = "Full-text search in an archive of Hindi news. Errors are RFC 9457 problem details with a stable member \"code\".",
            };
            // The service answers wherever it is reached.
            document.Servers = [];
            document.AddComponent("key", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" });
            document.AddComponent("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
                DescribeProblem(schema);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().SelectMany(known => known.Members))
            (operation.Parameters ??= []).Add(Describe(parameter, operation, context.Document));
        if (context.Description.RelativePath?.Contains("id}", StringComparison.Ordinal) == true && !(operation.Parameters ?? []).Any(parameter => parameter.Name == "id"))
            (operation.Parameters ??= []).Add(Id());
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<WritingKey>().Any())
            operation.Security = [Scheme("key", context.Document), Scheme("bearer", context.Document)];
        DescribeStreams(operation);
        foreach (var (status, response) in operation.Responses ?? [])
            foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
                content.Example ??= mediaType.Contains("problem", StringComparison.Ordinal) ? ProblemExample(status) : Example(operation.OperationId, mediaType);
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Example ??= IsStream(content) ? Example("article")?.ToJsonString() : Example(operation.OperationId + ".body") ?? Example("article");
    }

    /// <summary>What is no single JSON document is a stream of bytes to a client: it would take a string for JSON, and may have no end in sight.</summary>
    private static void DescribeStreams(OpenApiOperation operation)
    {
        var answers = (operation.Responses ?? []).Where(response => response.Key[0] == '2').Select(response => response.Value.Content);
        foreach (var contents in answers.Append(operation.RequestBody?.Content))
        {
            // A short text is a string: clients tell it by its media type.
            if (contents is null || contents.Keys.All(type => type is "application/json" or "text/plain") || (contents.ContainsKey("text/plain") && contents != operation.RequestBody?.Content))
                continue;
            foreach (var content in contents.Values)
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        }
    }

    private static bool IsStream(OpenApiMediaType content) => content.Schema?.Format == "binary";

    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, type) in ((string, JsonSchemaType)[])[("title", JsonSchemaType.String), ("status", JsonSchemaType.Integer), ("detail", JsonSchemaType.String)])
            schema.Properties[name] = new OpenApiSchema { Type = type, Format = type == JsonSchemaType.Integer ? "int32" : null };
        schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, snake_case: what programs tell problems apart by." };
        schema.Properties["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The parameter at fault, where there is one." };
        schema.Properties["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "Where in the query its syntax breaks, in UTF-16 units from 0." };
        schema.Required = new HashSet<string> { "title", "status", "detail", "code" };
    }

    private static OpenApiSecurityRequirement Scheme(string name, OpenApiDocument? document) => new() { [new OpenApiSecuritySchemeReference(name, document)] = [] };

    private static OpenApiParameter Describe(QueryParameter parameter, OpenApiOperation operation, OpenApiDocument? document) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.Required,
        Example = parameter.Type == QueryParameterType.Texts ? new JsonArray(parameter.Example?.DeepClone()) : parameter.Example?.DeepClone(),
        Explode = true,
        Schema = parameter.Type switch
        {
            QueryParameterType.Count => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" },
            QueryParameterType.Number => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0" },
            QueryParameterType.Texts => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            _ when parameter.Values is { } values && document is not null => Choice(parameter.Name, values, operation, document),
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Values?.Select(value => (JsonNode)value).ToList() },
        },
    };

    /// <summary>
    /// The values of a parameter as a type with a name, one for all operations that take the same: a generator would else make up a type for
    /// each operation, and number them.
    /// </summary>
    private static OpenApiSchemaReference Choice(string parameter, IReadOnlyList<string> values, OpenApiOperation operation, OpenApiDocument document)
    {
        var name = Capital(parameter) + "Choice";
        if (document.Components?.Schemas?.TryGetValue(name, out var known) == true && !known.Enum!.Select(value => value.GetValue<string>()).SequenceEqual(values))
            name = Capital(operation.OperationId!) + name;
        document.AddComponent(name, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] });
        return new OpenApiSchemaReference(name, document);
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static OpenApiParameter Id() => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Required = true,
        Description = "The article's id, percent-encoded as one segment: a slash in it is %2F.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = "brief-001",
    };

    private static JsonNode? Example(string? name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SearchService.Api.Examples.{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }

    // An answer that comes in several media types has an example of each, by name.
    private static JsonNode? Example(string? name, string mediaType) => Example(name) is JsonObject examples && examples.TryGetPropertyValue(mediaType, out var example)
        ? example?.DeepClone()
        : Example(name);

    private static JsonNode? ProblemExample(string status) => Example("problems") is JsonObject examples && examples.TryGetPropertyValue(status, out var example)
        ? example?.DeepClone()
        : null;
}
