namespace SearchService.BrowserTests.Fixtures;

/// <summary>What a reader looks through.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
public sealed record Window(string Name, int Width, int Height)
{
    public static Window Phone { get; } = new("phone", 390, 844);

    public static Window Desktop { get; } = new("desktop", 1280, 900);

    /// <summary>The narrowest that WCAG's criterion on reflow asks for.</summary>
    public static Window Narrow { get; } = new("narrow", 320, 640);

    public static Window Called(string name) => name == Phone.Name ? Phone : Desktop;
}
