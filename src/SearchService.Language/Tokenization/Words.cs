namespace SearchService.Language.Tokenization;

/// <summary>The words of a text as a list, for callers that are not in a hurry.</summary>
public static class Words
{
    /// <summary>All words of <paramref name="text"/> in the order <see cref="WordReader"/> gives them.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var reader = new WordReader();
        reader.Reset(text);
        while (reader.MoveNext())
        {
            words.Add(new Word(reader.Form.ToString(), reader.Start, reader.Length, reader.Position,
                reader.IsWhole, reader.PositionLength, reader.Kind));
        }
        return words;
    }
}
