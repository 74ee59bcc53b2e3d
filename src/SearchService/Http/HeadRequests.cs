namespace SearchService.Http;

/// <summary>Answers HEAD with the headers of GET, for every path that takes GET.</summary>
internal static class HeadRequests
{
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
