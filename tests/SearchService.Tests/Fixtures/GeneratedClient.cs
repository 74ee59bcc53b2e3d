using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace SearchService.Tests.Fixtures;

/// <summary>A client that a generator made of the service's own description, compiled together with code that uses it.</summary>
public static class GeneratedClient
{
    /// <summary>Generates <c>Generated.ArchiveClient</c>.</summary>
    public static async Task<string> GenerateAsync(string description)
    {
        var document = await OpenApiDocument.FromJsonAsync(description, TestContext.Current.CancellationToken);
        var settings = new CSharpClientGeneratorSettings { ClassName = "ArchiveClient", InjectHttpClient = true, UseBaseUrl = false, GenerateOptionalParameters = true };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        settings.CSharpGeneratorSettings.GenerateOptionalPropertiesAsNullable = true;
        settings.CSharpGeneratorSettings.DateType = "System.DateOnly";
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }

    /// <summary>Compiles sources into an assembly in memory; a warning fails as an error does.</summary>
    public static Assembly Compile(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            platform.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning));
        using var bytes = new MemoryStream();
        Assert.True(compilation.Emit(bytes).Success);
        return Assembly.Load(bytes.ToArray());
    }
}
