using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>lexicon-load [PAIR]</c>: how long a shipped lexicon takes to load, in milliseconds of the clock and of processor time: the first of a process,
/// which pays for the compiling, and again. Without a pair each is loaded in a process of its own.
/// </summary>
internal static class LexiconLoad
{
    private static readonly string[] Pairs = ["es-en", "vi-en", "ja-en", "es-vi", "es-ja", "vi-ja"];

    /// <summary>Runs the command; exit code 0.</summary>
    public static int Run(string[] args)
    {
        if (args is [var pair])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pair}.lexicon loads in {Load(pair)}, again in {Load(pair)}"));
            return 0;
        }

        foreach (var each in Pairs)
        {
            using var child = Process.Start(Environment.ProcessPath!, [.. Host(), "lexicon-load", each]);
            child.WaitForExit();
        }

        return 0;
    }

    /// <summary>What the runtime's own program needs to run this one.</summary>
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LexiconLoad).Assembly.Location] : [];

    private static FormattableString Load(string pair)
    {
        using var process = Process.GetCurrentProcess();
        var (start, spent) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        ShippedLexicons.Read(pair);
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return $"{elapsed.TotalMilliseconds:F1} ms ({(process.TotalProcessorTime - spent).TotalMilliseconds:F0} ms)";
    }
}
