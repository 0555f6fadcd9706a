using System.Security;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Linting;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>
/// Finds concepts, their terms and their examples in the files of a glossary; what is not found stands where its concept does, and a concept that
/// no file has nowhere.
/// </summary>
/// <param name="entries">The concepts of the files.</param>
/// <param name="linesOf">The lines of a file.</param>
internal sealed class TermPlaces(IEnumerable<GlossaryEntry> entries, Func<string, string[]> linesOf)
{
    private const int LinesOfAnExample = 4;
    private readonly Dictionary<string, GlossaryEntry> _entries = entries.ToDictionary(e => e.Concept.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);

    /// <summary>Where a concept, or one of its terms or examples, stands.</summary>
    public LintPlace Find(Concept concept, Term? term, ConceptExample? example)
    {
        if (!_entries.TryGetValue(concept.Id, out var entry) || entry.File is not { } path)
        {
            return default;
        }

        var lines = LinesOf(path);
        var start = new LintPlace(path, entry.Line, ColumnOf(lines, entry.Line - 1, "<"));
        return (term is not null ? FindTerm(entry.Concept, term, path, lines, entry.Line)
            : example is not null ? FindExample(example, path, lines, entry.Line)
            : null) ?? start;
    }

    /// <summary>The source of an example, in whose next lines its target stands.</summary>
    private static LintPlace? FindExample(ConceptExample example, string path, string[] lines, int from)
    {
        var (source, target) = ($">{Written(example.Source)}<", $">{Written(example.Target)}<");
        for (var at = from - 1; at < lines.Length && !IsEnd(lines[at]); at++)
        {
            if (lines[at].Contains(source, StringComparison.Ordinal)
                && lines.Skip(at).Take(LinesOfAnExample).Any(line => line.Contains(target, StringComparison.Ordinal)))
            {
                return new LintPlace(path, at + 1, ColumnOf(lines, at, "<"));
            }
        }

        return null;
    }

    private static string Written(string text) =>
        SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);

    private static LintPlace? FindTerm(Concept concept, Term term, string path, string[] lines, int from)
    {
        // The same words may stand in several languages: the place in the order of the file tells which.
        var same = concept.Languages.SelectMany(s => s.Terms).Where(t => t.Text == term.Text).ToList();
        var skip = Math.Max(0, same.FindIndex(t => ReferenceEquals(t, term)));
        var written = $">{Written(term.Text)}</term>";
        for (var at = from - 1; at < lines.Length && !IsEnd(lines[at]); at++)
        {
            if (lines[at].Contains(written, StringComparison.Ordinal) && skip-- == 0)
            {
                return new LintPlace(path, at + 1, ColumnOf(lines, at, "<term"));
            }
        }

        return null;
    }

    private static bool IsEnd(string line) =>
        line.Contains("</conceptEntry>", StringComparison.Ordinal) || line.Contains("</termEntry>", StringComparison.Ordinal);

    private static int ColumnOf(string[] lines, int at, string mark) =>
        at >= 0 && at < lines.Length ? lines[at].IndexOf(mark, StringComparison.Ordinal) + 1 : 0;

    private string[] LinesOf(string path)
    {
        if (!_lines.TryGetValue(path, out var lines))
        {
            _lines[path] = lines = linesOf(path);
        }

        return lines;
    }
}
