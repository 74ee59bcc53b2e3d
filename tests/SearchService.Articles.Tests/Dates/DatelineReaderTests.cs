using SearchService.Articles.Dates;

namespace SearchService.Articles.Tests.Dates;

public sealed class DatelineReaderTests
{
    [Theory]
    [InlineData("इस्लामाबाद, सात अप्रैल पाकिस्तान के विदेश मंत्री ने", "इस्लामाबाद", "इस्लामाबाद, सात अप्रैल", null)]
    [InlineData("नई दिल्ली, 7 अप्रैल (भाषा) सरकार ने कहा", "नई दिल्ली", "नई दिल्ली, 7 अप्रैल", "भाषा")]
    [InlineData("मुंबई, 21 जून, शेयर बाजार में तेजी रही", "मुंबई", "मुंबई, 21 जून", null)]
    [InlineData("लखनऊ/कानपुर, दो मई उत्तर प्रदेश में", "लखनऊ/कानपुर", "लखनऊ/कानपुर, दो मई", null)]
    [InlineData("न्यूयॉर्क, 30 दिसम्बर : शहर में बर्फ गिरी", "न्यूयॉर्क", "न्यूयॉर्क, 30 दिसम्बर", null)]
    [InlineData("संयुक्त राष्ट्र, ७ अक्तूबर (एपी) महासभा ने", "संयुक्त राष्ट्र", "संयुक्त राष्ट्र, ७ अक्तूबर", "एपी")]
    [InlineData("श्रीनगर, जम्मू-कश्मीर, पाँच मार्च घाटी में", "श्रीनगर, जम्मू-कश्मीर", "श्रीनगर, जम्मू-कश्मीर, पाँच मार्च", null)]
    [InlineData("राजगीर (बिहार), 19 जून परिसर का", "राजगीर", "राजगीर (बिहार), 19 जून", null)]
    [InlineData("पटना 10 अगस्त (भाषा) बिहार में", "पटना", "पटना 10 अगस्त", "भाषा")]
    [InlineData("रांची, 5 मई 2021: राज्य में", "रांची", "रांची, 5 मई 2021", null)]
    [InlineData("जिनेवा - छः फ़रवरी - बैठक", "जिनेवा", "जिनेवा - छः फ़रवरी", null)]
    [InlineData("NEW DELHI, April 7 (PTI) The minister", "NEW DELHI", "NEW DELHI, April 7", "PTI")]
    public void Place_and_day_are_found(string paragraph, string place, string text, string? agency) =>
        Assert.Equal(new Dateline(place, text, agency), DatelineReader.Find(paragraph));

    [Theory]
    [InlineData("बुधवार, सात अप्रैल को हुई बैठक में फैसला हुआ।")]
    [InlineData("इस बीच, सात अप्रैल की रैली रद्द कर दी गई।")]
    [InlineData("दिल्ली, मुंबई, सात मई से बंद रहेंगे।")]
    [InlineData("मंत्री ने कहा, सात मई तक काम पूरा होगा।")]
    [InlineData("किसान सात अप्रैल तक मंडी में फसल बेचेंगे।")]
    [InlineData("स्कूल 15 जून के बाद खुलेंगे।")]
    [InlineData("सात अप्रैल, 2021 का दिन याद रहेगा।")]
    [InlineData("शहर में, एक मार्च निकाला गया।")]
    [InlineData("नई दिल्ली: सरकार ने कहा है।")]
    [InlineData("यह वाक्य किसी तारीख की बात नहीं करता।")]
    [InlineData("लंदन, 42 मई कुछ")]
    [InlineData("‘‘दिल्ली, सात मई’’ लिखा था")]
    [InlineData("")]
    public void A_sentence_is_no_dateline(string paragraph) => Assert.Null(DatelineReader.Find(paragraph));
}
