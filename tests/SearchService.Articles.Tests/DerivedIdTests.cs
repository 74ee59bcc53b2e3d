namespace SearchService.Articles.Tests;

public sealed class DerivedIdTests
{
    private static readonly Article Story = new() { Id = "", Headline = "तालाब ‘भरा’", WebTitle = "Pond fills", Body = "पानी।", PublishedAt = new(2021, 6, 3, 9, 0, 0, TimeSpan.FromMinutes(330)) };

    [Fact]
    public void The_id_is_the_same_on_every_run() => Assert.Equal("hash-6ae2eeac929f14949a2d661770f9fe3f", DerivedId.Of(Story));

    [Fact]
    public void Parts_that_change_with_a_correction_do_not_change_it()
    {
        var corrected = Story with { Headline = "तालाब 'भरा'", Body = "सुधार।", Category = "भारत", UpdatedAt = DateTimeOffset.UnixEpoch, PublishedAt = Story.PublishedAt!.Value.ToUniversalTime() };
        Assert.Equal(DerivedId.Of(Story), DerivedId.Of(corrected));
    }

    [Fact]
    public void Parts_that_make_another_story_change_it()
    {
        Assert.NotEqual(DerivedId.Of(Story), DerivedId.Of(Story with { Headline = "तालाब सूखा" }));
        Assert.NotEqual(DerivedId.Of(Story), DerivedId.Of(Story with { WebTitle = "Pond fills again" }));
        Assert.NotEqual(DerivedId.Of(Story), DerivedId.Of(Story with { PublishedAt = Story.PublishedAt!.Value.AddDays(1) }));
        Assert.NotEqual(DerivedId.Of(Story with { PublishedAt = null }), DerivedId.Of(Story with { PublishedAt = null, Body = "दूसरा।" }));
        Assert.NotEqual(DerivedId.Of(Story with { Headline = "", WebTitle = "" }), DerivedId.Of(Story with { Headline = "", WebTitle = "", Body = "दूसरा।" }));
    }
}
