using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Reads the texts of a YAML file with their keys and places: scalars that stand for themselves, not numbers, dates, truth values or
/// null. What an anchor holds is read where it stands, not where an alias repeats it.
/// Findings: YML001 (error) not readable from here on; YML002 (warning) a key twice; YML003 (information) a text whose characters cannot
/// be found one by one, so that places in it are those of its beginning.
/// </summary>
internal sealed class YamlCatalogReader
{
    private const int MaxDepth = 256;

    private readonly List<CatalogEntry> _entries = [];
    private readonly Stack<Frame> _frames = [];
    private readonly SourceText _text;
    private readonly string _file;
    private readonly DiagnosticSink _diagnostics;

    private YamlCatalogReader(SourceText text, string file, DiagnosticSink diagnostics)
    {
        _text = text;
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads the file, at once.</summary>
    public static IReadOnlyList<CatalogEntry> Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        YamlCatalogReader? reader = null;
        try
        {
            reader = new YamlCatalogReader(SourceText.Read(stream, EncodingDeclaration.None), file, diagnostics);
            reader.Read();
        }
        catch (YamlException e)
        {
            // The parser may point behind the end.
            var (line, column) = reader!._text.PlaceOf(reader._text.OffsetOf((int)e.Start.Line, (int)e.Start.Column));
            diagnostics.Add(new Diagnostic("YML001", DiagnosticSeverity.Error, MessageOf(e), file, line, column));
        }
        catch (Exception e) when (MalformedFile.IsOfFile(e))
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "YML001", file));
        }

        return reader is null ? [] : [.. CatalogEntry.Unique(reader._entries, "YML002", file, diagnostics)];
    }

    private static string MessageOf(YamlException e) => e.Message.TrimEnd('.') + ". Correct the indentation or the quotation marks there.";

    private void Read()
    {
        var parser = new Parser(new StringReader(_text.Value));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart start:
                    Push(start, isList: false);
                    break;
                case SequenceStart start:
                    Push(start, isList: true);
                    break;
                case MappingEnd or SequenceEnd:
                    _frames.Pop();
                    break;
                case Scalar scalar:
                    Take(scalar);
                    break;
                case AnchorAlias:
                    Next("");
                    break;
                default:
                    break;
            }
        }
    }

    private void Push(ParsingEvent start, bool isList)
    {
        if (_frames.Count > MaxDepth)
        {
            throw new DomainException(ErrorCode.FileMalformed, $"Keys are nested deeper than {MaxDepth}.") { Line = (int)start.Start.Line, Column = (int)start.Start.Column };
        }

        _frames.Push(new Frame(Next("?") ?? "", isList));
    }

    private void Take(Scalar scalar)
    {
        if (Next(scalar.Value) is { } key && IsText(scalar))
        {
            var text = YamlScalarScanner.Scan(scalar, _text);
            if (text is null)
            {
                text = YamlScalarScanner.Whole(scalar, _text);
                _diagnostics.Add(new Diagnostic(
                    "YML003", DiagnosticSeverity.Information, "Places in this text are those of its beginning.", _file, text.Line, text.Column));
            }

            _entries.Add(new CatalogEntry(key, text, Notes((int)scalar.Start.Line, (int)scalar.End.Line)));
        }
    }

    /// <summary>The key of the node that begins now; null where the node is a key itself, which is <paramref name="name"/>.</summary>
    private string? Next(string name)
    {
        if (_frames.Count == 0)
        {
            return "";
        }

        var frame = _frames.Peek();
        if (frame.IsList)
        {
            return Join(frame.Path, frame.Index++.ToString(CultureInfo.InvariantCulture));
        }

        if (frame.Key is not { } key)
        {
            frame.Key = name;
            return null;
        }

        frame.Key = null;
        return Join(frame.Path, key);
    }

    private static bool IsText(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain
        || !(scalar.Value is "" or "~" or "null" or "Null" or "NULL" or "true" or "True" or "TRUE" or "false" or "False" or "FALSE"
            || double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    /// <summary>The comments in the lines directly above, and at the end of the text's last line.</summary>
    private ImmutableArray<SegmentNote> Notes(int first, int last)
    {
        var notes = new List<SegmentNote>();
        for (var line = first - 1; line >= 1 && Comment(line, _text.StartOf(line)) is { } note; line--)
        {
            notes.Insert(0, note);
        }

        var mark = last <= _text.LineCount ? _text.Value.IndexOf(" #", _text.StartOf(last), _text.EndOf(last) - _text.StartOf(last), StringComparison.Ordinal) : -1;
        if (mark >= 0 && Comment(last, mark) is { } trailing)
        {
            notes.Add(trailing);
        }

        return [.. notes];
    }

    private SegmentNote? Comment(int line, int from)
    {
        var text = _text.Value.AsSpan(from.._text.EndOf(line));
        var start = text.Length - text.TrimStart().Length;
        return start < text.Length && text[start] == '#'
            ? SegmentNote.Of(_text, from + start + 1, from + text.Length, _file)
            : null;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;

    /// <summary>A mapping or a list that is open.</summary>
    private sealed class Frame(string path, bool isList)
    {
        public string Path { get; } = path;

        public bool IsList { get; } = isList;

        public int Index { get; set; }

        public string? Key { get; set; }
    }
}
