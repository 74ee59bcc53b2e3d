using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using SearchService.Benchmarks.Alerts;
using SearchService.Benchmarks.Fitting;
using SearchService.Benchmarks.Kernels;
using SearchService.Benchmarks.Spelling;
using SearchService.Benchmarks.Stock;
using SearchService.Benchmarks.Stories;

var kernels = new Command("kernels", "BenchmarkDotNet over the kernels of this product, and one table of all; arguments are BenchmarkDotNet's")
{
    TreatUnmatchedTokensAsErrors = false,
};
kernels.SetAction(parsed =>
{
    // On a machine that does other work too, what BenchmarkDotNet builds takes longer than the two minutes that it grants.
    var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. parsed.UnmatchedTokens], config);
    return KernelTable.Write(summaries, Console.Out) ? 0 : 1;
});

var root = new RootCommand("What the product is measured against: the stock Lucene.Net chain, and the product's own kernels.")
{
    AlertCostCommand.Create(),
    FitChannelCommand.Create(),
    MisspellCommand.Create(),
    StockEvalCommand.Create(),
    StoriesCommand.Create(),
    StockLemmasCommand.Create(),
    StockIndexCommand.Create(),
    StockSearchCommand.Create(),
    kernels,
};
return root.Parse(args).Invoke();
