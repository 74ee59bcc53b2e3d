using SearchService.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
