namespace SearchService.Http;

/// <summary>Answers HEAD with the headers of GET, for every path that takes GET.</summary>
internal static class HeadRequests
{
    private static readonly object Key = new();

    /// <summary>Whether nothing of the body is sent: a long one need not be made.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Routes HEAD as GET and drops the body; must stand before routing.</summary>
    public static void UseHeadRequests(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Items[Key] = true;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    });
}
