using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using VietJapanTM.Benchmarks;
using VietJapanTM.Benchmarks.Matching;

if (args is ["matching", .. var rest])
{
    MatchingDriver.Run(rest);
    return;
}

if (args is ["batch", .. var batchOptions])
{
    BatchDriver.Run(batchOptions);
    return;
}

if (args is ["index", .. var indexOptions])
{
    IndexDriver.Run(indexOptions);
    return;
}

Action<string[]>? verb = args.FirstOrDefault() switch
{
    "import" => ImportDriver.Run,
    "words" => WordsDriver.Run,
    "delta" => DeltaDriver.Run,
    "languages" => LanguagesDriver.Run,
    "growth" => GrowthDriver.Run,
    "grpc" => GrpcDriver.Run,
    _ => null,
};
if (verb is not null)
{
    verb(args[1..]);
    return;
}

if (args is ["alignment-evidence"])
{
    Environment.ExitCode = AlignmentEvidenceGain.Run();
    return;
}

if (args is ["alignment-scale", .. var scale])
{
    Environment.ExitCode = AlignmentScale.Run(scale);
    return;
}

if (args is ["alignment-together", .. var together])
{
    Environment.ExitCode = AlignmentTogether.Run(together);
    return;
}

if (args is ["alignment-doubt", .. var kept])
{
    Environment.ExitCode = AlignmentDoubt.Run(kept);
    return;
}

if (args is ["alignment-held-out", .. var parts])
{
    Environment.ExitCode = AlignmentHeldOut.Run(parts);
    return;
}

if (args is ["alignment", .. var options])
{
    Environment.ExitCode = AlignmentQuality.Run(options);
    return;
}

if (args is ["lexicon-load", .. var lexicon])
{
    Environment.ExitCode = LexiconLoad.Run(lexicon);
    return;
}

if (args is ["check-speed", .. var speedOptions])
{
    Environment.ExitCode = CheckSpeed.Run(speedOptions);
    return;
}

if (args is ["check", .. var checkOptions])
{
    Environment.ExitCode = CheckPrecision.Run(checkOptions);
    return;
}

if (args is ["recognition", .. var recognitionOptions])
{
    Environment.ExitCode = RecognitionScale.Run(recognitionOptions);
    return;
}

// In this process, because the generated projects of the default toolchain restore packages of their own; a few iterations each,
// because the machines are noisy and the median of a few tells as much as that of many.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(2)
    .WithIterationCount(7);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Median)
    .AddColumn(new ItemsPerSecondColumn("Items/s", s => s.Median), new ItemsPerSecondColumn("Items/s, fastest", s => s.Min))
    .HideColumns(Column.Error, Column.StdDev, Column.Mean)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
BenchmarkSwitcher.FromAssembly(typeof(CorpusText).Assembly).Run(args, config);
