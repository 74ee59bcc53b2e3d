using System.Buffers;
using System.Text;
using System.Text.Json;
using SearchService.Articles.Decoding;

namespace SearchService.Articles.JsonLines;

/// <summary>Members of one JSON object, as they are read; of a member given twice the last counts.</summary>
internal sealed class JsonMembers
{
    private static readonly byte[][] Names =
        [.. Enum.GetNames<Member>().Select(name => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(name)))];

    private readonly string?[] _texts = new string?[Names.Length];

    /// <summary>Text of a member; empty when it is absent or null.</summary>
    public string this[Member member] => _texts[(int)member] ?? "";

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Members that an article does not know, as they stand; null when there are none.</summary>
    public Dictionary<string, JsonElement>? Extra { get; private set; }

    /// <summary>Why the last member was refused: its name, what it held and what was expected.</summary>
    public string? Reason { get; private set; }

    /// <summary>Reads one member; the reader stands on its name and is left at the end of its value. False when its type is wrong.</summary>
    public bool Read(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (!reader.ValueTextEquals(Names[i])) continue;
            reader.Read();
            return Text(ref reader, i);
        }
        if (reader.ValueTextEquals("tags"u8))
        {
            reader.Read();
            return ReadTags(ref reader);
        }
        var name = reader.GetString()!;
        reader.Read();
        (Extra ??= [])[name] = JsonElement.ParseValue(ref reader);
        return true;
    }

    /// <summary>A JSON value's kind in words, for refusals.</summary>
    public static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "An object",
        JsonTokenType.StartArray => "An array",
        JsonTokenType.Number => "A number",
        JsonTokenType.String => "A string",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    private bool Text(ref Utf8JsonReader reader, int member)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _texts[member] = Text(ref reader);
                return true;
            case JsonTokenType.Null:
                _texts[member] = null;
                return true;
            // Databases number their articles; the number as written is as good an id.
            case JsonTokenType.Number when member == (int)Member.Id:
                _texts[member] = Encoding.UTF8.GetString(reader.ValueSpan);
                return true;
            default:
                return Refuse(Encoding.UTF8.GetString(Names[member]), reader.TokenType, "a string or null");
        }
    }

    // One pass from UTF-8; Utf8JsonReader.GetString makes two, and bodies are most of a line.
    private static string Text(ref Utf8JsonReader reader)
    {
        var buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return new string(buffer, 0, reader.CopyString(buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private bool ReadTags(ref Utf8JsonReader reader)
    {
        const string Expected = "an array of strings or null";
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (reader.TokenType != JsonTokenType.StartArray) return Refuse("tags", reader.TokenType, Expected);
        var tags = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String) return Refuse("tags", reader.TokenType, Expected);
            if (PlainText.Line(reader.GetString()!) is { Length: > 0 } tag) tags.Add(tag);
        }
        Tags = tags;
        return true;
    }

    private bool Refuse(string member, JsonTokenType found, string expected)
    {
        Reason = $"Member \"{member}\": {Kind(found)} where {expected} was expected.";
        return false;
    }
}
