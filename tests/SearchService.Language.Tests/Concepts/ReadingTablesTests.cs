using SearchService.Language.Concepts;

namespace SearchService.Language.Tests.Concepts;

public class ReadingTablesTests
{
    [Fact]
    public async Task Words_are_read_alike_while_the_tables_are_read_by_many()
    {
        var vocabulary = new Vocabulary();
        foreach (var word in (string[])["भूस्खलन", "landslide", "चुनाव", "election"])
            vocabulary.Add(word, 5);
        var readings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            ReadingTables.Begin();
            return Interpreter.Bilingual(vocabulary).Interpret(["landslide", "चुनाव"]).Select(concept => string.Join(' ', concept.Forms.Select(form => form.Text))).ToArray();
        }, TestContext.Current.CancellationToken)));

        Assert.Contains("भूस्खलन", readings[0][0], StringComparison.Ordinal);
        Assert.Contains("election", readings[0][1], StringComparison.Ordinal);
        Assert.All(readings, reading => Assert.Equal(readings[0], reading));
    }
}
