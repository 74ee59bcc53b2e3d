using System.Text.Json.Nodes;

namespace SearchService.Api;

/// <summary>A member of a query string, for reading it and for describing it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, and its values.</param>
/// <param name="Example">A value, as JSON.</param>
/// <param name="Type">Its JSON type: string, integer or array (of strings, given by repeating the name).</param>
/// <param name="Values">The only values there are; any when null.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record QueryParameter(
    string Name,
    string Description,
    JsonNode? Example = null,
    QueryParameterType Type = QueryParameterType.Text,
    IReadOnlyList<string>? Values = null,
    bool Required = false);

/// <summary>JSON types of query string members.</summary>
internal enum QueryParameterType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number from 1.</summary>
    Count,

    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary>Strings, given by repeating the name.</summary>
    Texts,
}

/// <summary>The query string an endpoint takes: endpoint metadata from which its description is made.</summary>
/// <param name="Members">In the order in which they are described.</param>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> Members);
