using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Catalogs;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Markdown;

/// <summary>
/// Finds the texts of a Markdown file (CommonMark with the tables of GitHub): headings, paragraphs, list items and cells. Front matter,
/// code blocks, link definitions and HTML comments hold none; a comment on a line of its own is a note to the text that follows, one within a
/// text or behind it a note to that. Not thread-safe.
/// </summary>
internal sealed partial class MarkdownParser(SourceText text, string file)
{
    private readonly List<CatalogEntry> _entries = [];
    private readonly List<SegmentNote> _notes = [];
    private readonly List<(int Start, int End)> _block = [];
    private readonly int[] _sections = new int[7];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private string _kind = "p";
    private bool _inList;
    private bool _inTable;

    /// <summary>
    /// The texts; the key is the section, a slash, the kind of block and its number: <c>2.1/p3</c>. And the notes that no text follows.
    /// </summary>
    public (List<CatalogEntry> Entries, List<SegmentNote> Left) Parse()
    {
        var line = FrontMatter();
        while (line <= text.LineCount)
        {
            line = Read(line);
        }

        EndBlock();
        return (_entries, _notes);
    }

    private int Read(int line)
    {
        var (start, end) = (text.StartOf(line), text.EndOf(line));
        while (QuotePattern().Match(text.Value, start, end - start) is { Success: true } quote)
        {
            start += quote.Length;
        }

        var content = text.Value[start..end];
        var trimmed = content.TrimStart();
        var indent = content.Length - trimmed.Length;
        if (trimmed.Length == 0)
        {
            EndBlock();
            _inTable = false;
            return line + 1;
        }

        if (FencePattern().Match(trimmed) is { Success: true } fence && (indent < 4 || _inList))
        {
            EndBlock();
            return BehindFence(line + 1, fence.Groups[1].Value);
        }

        if (trimmed.StartsWith("<!--", StringComparison.Ordinal))
        {
            EndBlock();
            return Comment(start + indent);
        }

        if (_block.Count == 0 && indent >= 4 && !_inList)
        {
            return line + 1;
        }

        Text(line, start + indent, end, trimmed, indent);
        return line + 1;
    }

    private void Text(int line, int start, int end, string content, int indent)
    {
        if (HeadingPattern().Match(content) is { Success: true } heading && indent < 4)
        {
            Heading(heading.Groups[1].Length, start + heading.Groups[2].Index, heading.Groups[2].Length);
        }
        else if (_block.Count > 0 && _kind == "p" && UnderlinePattern().IsMatch(content))
        {
            Section(content[0] == '=' ? 1 : 2);
            EndBlock();
        }
        else if (BreakPattern().IsMatch(content) || DefinitionPattern().IsMatch(content))
        {
            EndBlock();
        }
        else if (_inTable || IsTable(line, content))
        {
            Row(start, content);
        }
        else if (ItemPattern().Match(content) is { Success: true } item)
        {
            EndBlock();
            (_kind, _inList) = ("li", true);
            _block.Add((start + item.Length, end));
        }
        else
        {
            _inList &= _block.Count > 0 || indent > 0;
            _block.Add((start, end));
        }
    }

    private void Heading(int level, int start, int length)
    {
        EndBlock();
        Section(level);
        _block.Add((start, start + length));
        EndBlock();
    }

    private void Section(int level)
    {
        _sections[level]++;
        Array.Clear(_sections, level + 1, _sections.Length - level - 1);
        _counts.Clear();
        _kind = "h";
        _inList = false;
    }

    /// <summary>A row begins a table where a row of dashes follows it.</summary>
    private bool IsTable(int line, string content) =>
        _inTable = _block.Count == 0 && content.Contains('|', StringComparison.Ordinal) && line < text.LineCount
            && DashesPattern().IsMatch(text.Value[text.StartOf(line + 1)..text.EndOf(line + 1)]);

    private void Row(int start, string content)
    {
        if (DashesPattern().IsMatch(content))
        {
            return;
        }

        foreach (Match cell in CellPattern().Matches(content))
        {
            _kind = "cell";
            var blank = cell.Length - cell.Value.TrimStart().Length;
            _block.Add((start + cell.Index + blank, start + cell.Index + cell.Length));
            EndBlock();
        }
    }

    private void EndBlock()
    {
        if (_block.Count > 0)
        {
            var section = string.Join('.', _sections.Skip(1));
            var number = _counts[_kind] = _counts.GetValueOrDefault(_kind) + 1;
            var key = string.Create(CultureInfo.InvariantCulture, $"{section}/{_kind}{number}");
            var located = MarkdownScanner.Scan(text, _block, out var comments);
            _notes.AddRange(comments.Select(comment => SegmentNote.Of(text, comment.Start, comment.End, file)));

            // What holds no words keeps no notes: they wait for words.
            _entries.Add(new CatalogEntry(key, located, [.. _notes]));
            _block.Clear();
            if (located.Text.Length > 0)
            {
                _notes.Clear();
            }
        }

        _kind = "p";
    }

    private int FrontMatter()
    {
        if (text.Value[..text.EndOf(1)].TrimEnd() is "---")
        {
            for (var line = 2; line <= text.LineCount; line++)
            {
                if (text.Value[text.StartOf(line)..text.EndOf(line)].TrimEnd() is "---" or "...")
                {
                    return line + 1;
                }
            }
        }

        return 1;
    }

    private int BehindFence(int line, string fence)
    {
        for (; line <= text.LineCount; line++)
        {
            var content = text.Value.AsSpan(text.StartOf(line)..text.EndOf(line)).TrimStart("> ").TrimEnd();
            if (content.StartsWith(fence) && content.TrimStart(fence[0]).IsEmpty)
            {
                return line + 1;
            }
        }

        return line;
    }

    /// <summary>A comment at the begin of a line; words behind it on its last line are a paragraph.</summary>
    private int Comment(int start)
    {
        var close = text.Value.IndexOf("-->", start, StringComparison.Ordinal);
        var end = close < 0 ? text.Value.Length : close;
        _notes.Add(SegmentNote.Of(text, Math.Min(start + 4, end), end, file));
        var line = text.PlaceOf(end).Line;
        var rest = Math.Min(end + 3, text.EndOf(line));
        var words = text.Value[rest..text.EndOf(line)];
        if (words.AsSpan().Trim() is { IsEmpty: false })
        {
            _block.Add((rest + words.Length - words.TrimStart().Length, text.EndOf(line)));
        }

        return line + 1;
    }

    [GeneratedRegex(@"\G {0,3}> ?", RegexOptions.CultureInvariant)]
    private static partial Regex QuotePattern();

    [GeneratedRegex("^(`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex FencePattern();

    [GeneratedRegex(@"^(#{1,6})[ \t]+(.*?)[ \t]*(?:[ \t]#+[ \t]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"^(?:=+|-+)[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnderlinePattern();

    [GeneratedRegex(@"^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex BreakPattern();

    [GeneratedRegex(@"^\[[^\]\[]+\]:[ \t]*\S+", RegexOptions.CultureInvariant)]
    private static partial Regex DefinitionPattern();

    [GeneratedRegex(@"^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex ItemPattern();

    [GeneratedRegex(@"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DashesPattern();

    [GeneratedRegex(@"(?:\\.|`[^`]*`|[^|\\])*[^|\s\\](?:\\.)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CellPattern();
}
