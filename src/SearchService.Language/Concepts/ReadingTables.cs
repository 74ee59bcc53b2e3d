namespace SearchService.Language.Concepts;

/// <summary>The tables that words are read with: they come with the product, and a process reads each when it first needs it.</summary>
public static class ReadingTables
{
    private static readonly Lazy<Task> Reading = new(() => Task.Run(ReadWords));

    /// <summary>Begins to read them all on another thread, so that the first query finds them read; a query that comes before waits for its own.</summary>
    public static void Begin() => _ = Reading.Value;

    private static void ReadWords()
    {
        // A word of either language that the archive knows by the other comes by every table, and by the code that uses it.
        string[] row = ["india", "भारत"];
        var vocabulary = new Vocabulary();
        foreach (var word in row)
            vocabulary.Add(word, 1);
        Interpreter.Bilingual(vocabulary).Interpret(row);
    }
}
