using SearchService.Engine.Querying;
using Xunit;

namespace SearchService.Engine.Tests.Querying;

public class QueryParserTests
{
    [Theory]
    [InlineData("लावरोव पाकिस्तान", "(?लावरोव ?पाकिस्तान)")]
    [InlineData("+लावरोव -पाकिस्तान रूस", "(+लावरोव -पाकिस्तान ?रूस)")]
    [InlineData("विदेश मंत्री AND रूस OR चीन", "((?विदेश ?मंत्री) AND रूस) OR चीन")]
    [InlineData("+=रूस -=चीन", "(+=रूस -=चीन)")]
    [InlineData("रूस - चीन -- + ==x", "(?रूस ?- ?चीन ?-- ?+ ?==x)")]
    [InlineData("रूस NOT चीन", "(?रूस -चीन)")]
    [InlineData("रूस AND NOT चीन", "रूस AND (-चीन)")]
    [InlineData("(बाढ़ OR सूखा) राहत", "(?बाढ़ OR सूखा ?राहत)")]
    [InlineData("\"विदेश मंत्री\"", "\"विदेश मंत्री\"")]
    [InlineData("“विदेश मंत्री”", "\"विदेश मंत्री\"")]
    [InlineData("\"विदेश मंत्री\"~5", "\"विदेश मंत्री\"~5")]
    [InlineData("बाढ़ NEAR/5 राहत", "बाढ़ NEAR/5 राहत")]
    [InlineData("बाढ़ NEAR/5 राहत NEAR/2 शिविर", "बाढ़ NEAR/5 राहत NEAR/2 शिविर")]
    [InlineData("headline:लावरोव", "Headline:लावरोव")]
    [InlineData("headline:(लावरोव OR कुरैशी) रूस", "(?Headline:लावरोव OR Headline:कुरैशी ?रूस)")]
    [InlineData("Title:lavrov body:\"दो शब्द\"", "(?WebTitle:lavrov ?Body:\"दो शब्द\")")]
    [InlineData("category:विश्व agency:\"पीटीआई-भाषा\"", "(?Category=विश्व ?Agency=पीटीआई-भाषा)")]
    [InlineData("date:2021-04..2021-06", "2021-04-01..2021-06-30")]
    [InlineData("date:२०२१", "2021-01-01..2021-12-31")]
    [InlineData("पाकिस्ता*", "पाकिस्ता*")]
    [InlineData("=हिन्दी =\"नई दिल्ली\"", "(?=हिन्दी ?=\"नई दिल्ली\")")]
    [InlineData("जम्मू-कश्मीर", "जम्मू-कश्मीर")]
    [InlineData("और या नहीं and or not", "(?और ?या ?नहीं ?and ?or ?not)")]
    [InlineData("मोदी: भाषण", "(?मोदी: ?भाषण)")]
    [InlineData("https://archive.example/a", "https://archive.example/a")]
    [InlineData("", "()")]
    [InlineData("  ", "()")]
    public void Reads(string text, string expected)
    {
        var (query, error) = QueryParser.Parse(text);

        Assert.Null(error);
        Assert.Equal(expected, Shown(query!));
    }

    [Theory]
    [InlineData("लावरोव \"पाकिस्तान", 7, "never closed")]
    [InlineData("(लावरोव", 0, "never closed")]
    [InlineData("लावरोव)", 6, "no opening")]
    [InlineData("लावरोव AND", 10, "Expected a word")]
    [InlineData("AND लावरोव", 0, "Expected a word")]
    [InlineData("रूस OR OR चीन", 7, "Expected a word")]
    [InlineData("रूस NEAR चीन", 4, "NEAR/n")]
    [InlineData("रूस NEAR/0 चीन", 4, "NEAR/n")]
    [InlineData("रूस NEAR/9999 चीन", 4, "NEAR/n")]
    [InlineData("रूस NEAR/3 category:विश्व", 4, "NEAR joins")]
    [InlineData("\"रूस\"~x", 6, "number")]
    [InlineData("author:लावरोव", 0, "no field \"author\"")]
    [InlineData("लावरोव date:कल", 12, "range of dates")]
    [InlineData("date:2021-13", 5, "range of dates")]
    [InlineData("date:2022..2021", 5, "range of dates")]
    [InlineData("पा*किस्तान", 2, "star")]
    [InlineData("*", 0, "star")]
    [InlineData("category:", 9, "value after category:")]
    public void NamesThePlaceOfAnError(string text, int position, string part)
    {
        var (query, error) = QueryParser.Parse(text);

        Assert.Null(query);
        Assert.Equal(position, error!.Position);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesParenthesesNestedTooDeep()
    {
        var deep = new string('(', QueryParser.MostDepth) + "रूस" + new string(')', QueryParser.MostDepth);

        Assert.Null(QueryParser.Parse(deep).Error);
        Assert.Equal(QueryParser.MostDepth, QueryParser.Parse($"({deep})").Error!.Position);
    }

    [Fact]
    public void NeverThrowsWhateverIsTyped()
    {
        var pieces = new[] { "रूस", "AND", "OR", "NOT", "NEAR/3", "NEAR", "(", ")", "\"", "~", "-", "+", "=", "*", ":", "title:", "date:", "2021", "..", " ", "\uD83D", "\u200D", "x" };
        FsCheck.Fluent.Prop.ForAll(
            FsCheck.Fluent.ArbMap.Default.ArbFor<FsCheck.NonNegativeInt[]>(),
            numbers =>
            {
                var text = string.Concat(numbers.Select(n => pieces[n.Get % pieces.Length] + (n.Get % 3 == 0 ? " " : "")));
                var (query, error) = QueryParser.Parse(text);
                return (query is null) != (error is null) && (error is null || (error.Position >= 0 && error.Position <= text.Length));
            }).QuickCheckThrowOnFailureWith(500);
    }

    private static string Shown(QueryNode node) => node switch
    {
        WordNode word => Field(word.Fields) + (word.Exact ? "=" : "") + word.Text,
        PrefixNode prefix => Field(prefix.Fields) + prefix.Prefix + "*",
        PhraseNode phrase => $"{Field(phrase.Fields)}{(phrase.Exact ? "=" : "")}\"{phrase.Text}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")}",
        NearNode near => $"{Shown(near.Left)} NEAR/{near.Distance} {Shown(near.Right)}",
        AllNode all => string.Join(" AND ", all.Parts.Select(Shown)),
        AnyNode any => string.Join(" OR ", any.Parts.Select(part => part is AllNode ? $"({Shown(part)})" : Shown(part))),
        BagNode bag => $"({string.Join(' ', bag.Items.Select(item => "?+-"[(int)item.Occurrence] + Shown(item.Node)))})",
        FilterNode filter => $"{filter.Field}={filter.Value}",
        DateNode date => $"{date.Span.First:yyyy-MM-dd}..{date.Span.Last:yyyy-MM-dd}",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Field(TextFields fields) => fields == TextFields.All ? "" : fields + ":";
}
