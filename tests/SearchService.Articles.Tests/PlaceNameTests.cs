namespace SearchService.Articles.Tests;

public sealed class PlaceNameTests
{
    [Theory]
    [InlineData("नयी दिल्ली, 7 अप्रैल (भाषा)", "नयी दिल्ली,")]
    [InlineData("नयी दिल्ली 7 अप्रैल", "नयी दिल्ली")]
    [InlineData("इस्लामाबाद, सात अप्रैल", "इस्लामाबाद,")]
    [InlineData("NEW DELHI, April 7", "NEW DELHI,")]
    [InlineData("राजगीर (बिहार)", "राजगीर ")]
    [InlineData("लखनऊ/कानपुर", "लखनऊ/कानपुर")]
    [InlineData("(पटना)", "(पटना)")]
    [InlineData("7 अप्रैल", "7 अप्रैल")]
    [InlineData("", "")]
    public void What_stuck_to_a_place_is_cut_off(string value, string place) => Assert.Equal(place, PlaceName.Of(value));
}
