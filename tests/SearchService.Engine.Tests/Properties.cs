using FsCheck;

namespace SearchService.Engine.Tests;

/// <summary>How properties are checked here.</summary>
internal static class Properties
{
    /// <summary>Checks a property on many random inputs; throws with the smallest counterexample.</summary>
    public static void QuickCheckThrowOnFailureWith(this Property property, int tests)
        => property.Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
