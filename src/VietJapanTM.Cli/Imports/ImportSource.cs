using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Exchange.Parallel;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Imports;

/// <summary>A file, or a set of line-parallel files, that yields units.</summary>
internal sealed class ImportSource
{
    private readonly Func<DiagnosticSink, IEnumerable<TranslationUnit>> _read;
    private readonly IReadOnlyList<string> _files;
    private readonly string _remedy;

    private ImportSource(IReadOnlyList<string> files, string remedy, Func<DiagnosticSink, IEnumerable<TranslationUnit>> read)
    {
        _files = files;
        _remedy = remedy;
        _read = read;
    }

    /// <summary>What messages call it.</summary>
    public string Name => string.Join(" + ", _files);

    /// <summary>What the reader had to say; complete once <see cref="Checked"/> has ended.</summary>
    public DiagnosticSink Diagnostics { get; private set; } = new();

    /// <summary>Units that the last enumeration of <see cref="Checked"/> has yielded.</summary>
    public long Read { get; private set; }

    /// <summary>Decides by the names of the files how they are read.</summary>
    /// <param name="files">The files as the user named them.</param>
    /// <param name="languages">The languages named on the command line; empty for none.</param>
    /// <param name="memory">The memory that the units will belong to.</param>
    /// <param name="lenient">Take what is sound of a malformed file?</param>
    /// <exception cref="DomainException">ArgumentInvalid: no reader fits.</exception>
    public static IReadOnlyList<ImportSource> Of(IReadOnlyList<string> files, IReadOnlyList<LanguageTag> languages, string memory, bool lenient)
    {
        if (files.All(file => IsTable(file) || IsTmx(file)))
        {
            var remedy = lenient ? "mend the file and try again" : "mend the file, or take what is sound with --lenient";
            return [.. files.Select(file => new ImportSource([file], remedy, sink => IsTmx(file)
                ? TmxReader.Read(file, new TmxOptions { MemoryId = memory, Lenient = lenient }, sink)
                : TsvReader.Read(file, new TsvOptions { MemoryId = memory, Languages = [.. languages], Delimiter = IsCsv(file) ? ',' : '\t', Lenient = lenient }, sink)))];
        }

        if (languages.Count >= 2 && languages.Count == files.Count)
        {
            return [new ImportSource(files, "mend the file and try again", sink => ReadParallel(files, languages, memory, sink))];
        }

        throw new DomainException(
            ErrorCode.ArgumentInvalid,
            languages.Count == 0
                ? "Only .tmx, .tsv and .csv files say their languages themselves. For line-parallel text name the languages: --langs es,en."
                : $"--langs names {languages.Count} languages, but there are {files.Count} files. Line-parallel text needs one file for each language.");
    }

    /// <summary>Refuses what cannot be read, before a store is made for it.</summary>
    /// <exception cref="DomainException">FileUnreadable.</exception>
    public void RequireFiles()
    {
        foreach (var file in _files)
        {
            ExchangeFile.OpenRead(file).Dispose();
        }
    }

    /// <summary>The units, lazily, read anew at each enumeration; throws at the end where the file has errors, so that a transaction around it is rolled back.</summary>
    /// <exception cref="DomainException">FileMalformed: the finding where it is the only one, else how many errors there are; the findings stand in <see cref="Diagnostics"/>.</exception>
    public IEnumerable<TranslationUnit> Checked()
    {
        Diagnostics = new DiagnosticSink();
        Read = 0;
        foreach (var unit in _read(Diagnostics))
        {
            Read++;
            yield return unit;
        }

        if (Diagnostics.HasErrors)
        {
            var what = Diagnostics.Items.Count == 1 ? $"{Diagnostics.Items[0]}" : $"{Name} has {Count.Of(Diagnostics.ErrorCount, "error")}.";
            throw new DomainException(ErrorCode.FileMalformed, $"{what} Nothing of it was imported; {_remedy}.");
        }
    }

    private static IEnumerable<TranslationUnit> ReadParallel(
        IReadOnlyList<string> files, IReadOnlyList<LanguageTag> languages, string memory, DiagnosticSink sink)
    {
        var streams = new List<FileStream>();
        try
        {
            streams.AddRange(files.Select(ExchangeFile.OpenRead));
            var texts = files.Select((file, i) => new ParallelText(languages[i], streams[i], file)).ToList();
            foreach (var unit in ParallelTextReader.Read(texts, memory, sink))
            {
                yield return unit;
            }
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }
    }

    private static bool IsTmx(string file) => Path.GetExtension(file).Equals(".tmx", StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(string file) => Path.GetExtension(file).ToLowerInvariant() is ".tsv" or ".tab" or ".csv";

    private static bool IsCsv(string file) => Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
