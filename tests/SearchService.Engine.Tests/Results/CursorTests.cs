using SearchService.Engine.Results;
using Xunit;

namespace SearchService.Engine.Tests.Results;

public class CursorTests
{
    [Fact]
    public void ReadsWhatItWrote()
    {
        var cursor = new Cursor(Cursor.Fingerprint("लावरोव"), 1841, 3, 12.345678901, 77);

        Assert.True(Cursor.TryRead(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("ü")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void RefusesWhatItDidNotWrite(string text) => Assert.False(Cursor.TryRead(text, out _));
}
