using SearchService.Engine.Stories;
using Xunit;

namespace SearchService.Engine.Tests.Stories;

public class ShingleReaderTests
{
    [Fact]
    public void AShingleIsThreeWordsInARow()
    {
        Assert.Empty(Overlap.Shingles("एक दो"));
        Assert.Single(Overlap.Shingles("एक दो तीन"));
        Assert.Equal(3, Overlap.Shingles("एक दो तीन, चार। पाँच").Count);
    }

    [Theory]
    [InlineData("ज़मीन पर पाँच लोग", "जमीन पर पांच लोग")]
    [InlineData("क\u093Cलम फ\u093Cौज सड़क", "\u0958लम \u095Eौज सडक")]
    [InlineData("वर्ष २०२१ में", "वर्ष 2021 में")]
    [InlineData("NATO ने कहा", "nato ने कहा")]
    [InlineData("क्\u200Dया हु\u200Cआ था", "क्या हुआ था")]
    [InlineData("कहा,“जीत हमारी”", "कहा - जीत\nहमारी।")]
    public void WhatPapersPrintDifferentlyIsTheSame(string one, string other) =>
        Assert.Equal(Overlap.Shingles(one), Overlap.Shingles(other));

    [Theory]
    [InlineData("एक दो तीन", "तीन दो एक")]
    [InlineData("एक दो तीन", "एक दो तिन")]
    [InlineData("कर्म किया गया", "करम किया गया")]
    public void OrderAndLettersCount(string one, string other) => Assert.Empty(Overlap.Shingles(one).Intersect(Overlap.Shingles(other)));
}
