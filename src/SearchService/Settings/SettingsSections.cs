namespace SearchService.Settings;

/// <summary>Binds each settings class to its section and has it checked before the service starts.</summary>
internal static class SettingsSections
{
    /// <summary>Adds all settings.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        Add<ArchiveSettings>(services, "Archive");
        Add<HttpSettings>(services, "Http");
        Add<WritingSettings>(services, "Writing");
        Add<LogSettings>(services, "Logging");
        return services;
    }

    private static void Add<T>(IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>().BindConfiguration($"SearchService:{section}").ValidateDataAnnotations().ValidateOnStart();
}
