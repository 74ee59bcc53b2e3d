using System.IO.Compression;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using SearchService.Api;
using SearchService.Hosting;
using SearchService.Settings;

namespace SearchService.Http;

/// <summary>What every answer has in common: headers, compression, errors, who may read it.</summary>
internal static class HttpConventions
{
    /// <summary>Adds the services behind it.</summary>
    public static IServiceCollection AddHttpConventions(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Json.Apply(options.SerializerOptions));
        services.AddExceptionHandler<ErrorAnswers>();
        services.AddSingleton<Caching>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PageFiles>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<HttpSettings>>((cors, settings) => cors.AddDefaultPolicy(Reading(settings.Value)));
        services.AddResponseCompression(compression =>
        {
            // Answers hold no secret that a guess in the same answer could draw out.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, Problems.MediaType, "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>Adds the steps before the endpoints, outermost first.</summary>
    public static void UseHttpConventions(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHeadRequests();
        app.UseResponseCompression();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ErrorAnswers.AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                // An address with a hash names this content and no other.
                file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
                file.Context.Response.Headers.Vary = "Accept-Encoding";
            },
        });
        app.UseRouting();
        app.UseCors();
    }

    /// <summary>Reading only: a page of another origin may search, and has no business in changing an archive.</summary>
    private static CorsPolicy Reading(HttpSettings settings)
    {
        var policy = new CorsPolicyBuilder().WithMethods("GET", "HEAD").AllowAnyHeader().WithExposedHeaders(["ETag", "Retry-After", "Content-Disposition", .. ExportHeaders.All]);
        return (settings.AllowedOrigins.Count == 0 ? policy.AllowAnyOrigin() : policy.WithOrigins([.. settings.AllowedOrigins])).Build();
    }
}
