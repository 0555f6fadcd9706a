using Google.Protobuf;
using VietJapanTM.Cli.Console;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>Reads folders of glossary files for commands that go on only where all of them are sound.</summary>
internal static class GlossaryInput
{
    /// <summary>Reads a folder, which may hold no glossary yet; warnings go to standard error.</summary>
    /// <exception cref="DomainException">FileMalformed: the first error with its place, and how many there are.</exception>
    public static GlossaryFolder Read(string folder, CommandContext context)
    {
        var diagnostics = new DiagnosticSink();
        var glossary = GlossaryFolder.Read(folder, diagnostics, mayBeEmpty: true);
        if (diagnostics.HasErrors)
        {
            var first = diagnostics.Items.First(d => d.Severity == DiagnosticSeverity.Error);
            var more = diagnostics.ErrorCount == 1 ? "" : $" ({diagnostics.ErrorCount} errors in all)";
            throw new DomainException(
                ErrorCode.FileMalformed, $"{first}{more} Nothing was done; 'vjtm glossary lint {folder}' shows everything that is to be mended.");
        }

        foreach (var diagnostic in diagnostics.Items)
        {
            context.Error.WriteLine(diagnostic.ToString());
        }

        return glossary;
    }

    /// <summary>The bytes of a glossary file, or of all below a folder, each under the name by which the user can find it.</summary>
    /// <exception cref="DomainException">FileUnreadable.</exception>
    public static IReadOnlyList<Wire.GlossaryFileChunk> ReadFiles(string folderOrFile) =>
    [
        .. (File.Exists(folderOrFile) ? [folderOrFile] : GlossaryFolder.FilesBelow(folderOrFile).Select(name => Path.Combine(folderOrFile, name))).Select(path =>
        {
            using var stream = ExchangeFile.OpenRead(path);
            return new Wire.GlossaryFileChunk { File = path, Content = ByteString.FromStream(stream) };
        }),
    ];

    /// <summary>The concepts of files that a store exported, in order of id.</summary>
    public static IReadOnlyList<Concept> ReadExport(IEnumerable<byte[]> files) =>
    [
        .. files.SelectMany(file =>
            {
                using var stream = new MemoryStream(file);
                return TbxReader.Read(stream, "export.tbx", new DiagnosticSink())?.Concepts ?? [];
            })
            .OrderBy(concept => concept.Id, StringComparer.Ordinal),
    ];

    /// <summary>Concepts keep the file and the order that they have in the folder; new ones follow in the order of their ids.</summary>
    public static List<GlossaryEntry> InOrderOf(GlossaryFolder present, IReadOnlyList<Concept> concepts)
    {
        var stored = concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var entries = new List<GlossaryEntry>();
        foreach (var entry in present.Entries)
        {
            if (stored.Remove(entry.Concept.Id, out var concept))
            {
                entries.Add(entry with { Concept = concept });
            }
        }

        entries.AddRange(concepts.Where(c => stored.ContainsKey(c.Id)).Select(c => new GlossaryEntry(c)));
        return entries;
    }
}
