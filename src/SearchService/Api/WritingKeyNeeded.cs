using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SearchService.Http;
using SearchService.Settings;

namespace SearchService.Api;

/// <summary>Lets through only who holds a key to change articles: <c>X-Api-Key: key</c> or <c>Authorization: Bearer key</c>.</summary>
internal sealed class WritingKeyNeeded(IOptions<WritingSettings> settings) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    // Hashes are of one length, so that comparing them takes the same time for every key offered.
    private readonly byte[][] _keys = [.. settings.Value.Keys.Select(Hash)];

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (_keys.Length == 0)
            return Problems.Of(StatusCodes.Status403Forbidden, "writing_off", "Writing over HTTP is off: no key is configured (SearchService:Writing:Keys).");
        var offered = Offered(context.HttpContext.Request.Headers);
        if (offered is not null && IsKey(offered))
            return await next(context);
        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return offered is null
            ? Problems.Of(StatusCodes.Status401Unauthorized, "key_missing", "A key is needed, in the header X-Api-Key or as Authorization: Bearer.")
            : Problems.Of(StatusCodes.Status401Unauthorized, "key_wrong", "The key is not one that may write here.");
    }

    private static string? Offered(IHeaderDictionary headers)
    {
        if (headers["X-Api-Key"].ToString() is { Length: > 0 } key)
            return key;
        var authorization = headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;
    }

    private bool IsKey(string offered)
    {
        var hash = Hash(offered);
        var found = false;
        // All keys are compared, whichever matches: the time says nothing about them.
        foreach (var key in _keys)
            found |= CryptographicOperations.FixedTimeEquals(key, hash);
        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Endpoint metadata: a key is needed.</summary>
internal sealed record WritingKey;

/// <summary>Puts the need of a key on an endpoint.</summary>
internal static class WritingKeys
{
    /// <summary>Checks the key and says so in the description.</summary>
    public static RouteHandlerBuilder NeedsWritingKey(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter<WritingKeyNeeded>()
        .WithMetadata(new WritingKey())
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden);
}
