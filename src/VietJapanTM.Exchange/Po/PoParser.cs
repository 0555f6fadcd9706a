using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Po;

/// <summary>
/// Reads the entries of a PO file line by line (GNU gettext manual, section 3, "The Format of PO Files"). A line that is not PO drops
/// its entry and no other. Not thread-safe.
/// </summary>
internal sealed class PoParser(SourceText text, string file, DiagnosticSink diagnostics)
{
    private readonly List<PoEntry> _entries = [];
    private PoEntry _entry = new();
    private LocatedTextBuilder? _string;
    private int _stringStart;
    private Action<LocatedText>? _put;

    /// <summary>All entries that can be read and have a source text.</summary>
    public List<PoEntry> Parse()
    {
        for (var line = 1; line <= text.LineCount; line++)
        {
            Read(text.StartOf(line), text.EndOf(line));
        }

        EndEntry();
        return _entries;
    }

    private void Read(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text.Value[start]))
        {
            start++;
        }

        if (start == end)
        {
            return;
        }

        if (text.Value[start] == '#')
        {
            Comment(start, end);
        }
        else if (text.Value[start] == '"')
        {
            Strings(start, end);
        }
        else
        {
            Keyword(start, end);
        }
    }

    private void Comment(int start, int end)
    {
        EndString();
        if (_entry.Translations.Count > 0 || _entry.IsBroken)
        {
            EndEntry();
        }

        var comment = text.Value.AsSpan(start..end);
        if (comment.StartsWith("#,") || comment.StartsWith("#="))
        {
            foreach (var flag in comment[2..].ToString().Split(','))
            {
                _entry.IsFuzzy |= flag.Trim() == "fuzzy";
            }
        }
        else if (!comment.StartsWith("#~") && !comment.StartsWith("#|") && !comment.StartsWith("#:"))
        {
            var words = comment.StartsWith("#.") ? start + 2 : start + 1;
            while (words < end && char.IsWhiteSpace(text.Value[words]))
            {
                words++;
            }

            var (line, column) = text.PlaceOf(words);
            _entry.Notes.Add(new SegmentNote(text.Value[words..end].TrimEnd(), line, column, file));
        }
    }

    private void Keyword(int start, int end)
    {
        EndString();
        var length = text.Value.AsSpan(start..end).IndexOfAny(" \t\"");
        var word = text.Value.AsSpan(start, length < 0 ? end - start : length);
        if (word is "msgctxt" or "msgid" && (_entry.Source is not null || _entry.IsBroken || (word is "msgctxt" && _entry.Context is not null)))
        {
            EndEntry();
        }

        var entry = _entry;
        _put = word switch
        {
            "msgctxt" when entry.Context is null => value => entry.Context = value,
            "msgid" when entry.Source is null => value => entry.Source = value,
            "msgid_plural" when entry is { Source: not null, Plural: null } => value => entry.Plural = value,
            "msgstr" when entry.Source is not null && entry.Translations.Count == 0 => value => entry.Translations[0] = value,
            "domain" => Ignore,
            _ when Form(word) is { } form && entry.Source is not null && !entry.Translations.ContainsKey(form) => value => entry.Translations[form] = value,
            _ => null,
        };
        if (_put is null || length < 0)
        {
            Break("PO002", start, $"'{Shown(word)}' does not belong here in a PO file; write msgctxt, msgid, msgid_plural or msgstr in that order, each with a quoted text.");
            return;
        }

        var quote = start + length;
        while (quote < end && char.IsWhiteSpace(text.Value[quote]))
        {
            quote++;
        }

        _stringStart = quote + 1;
        _string = new LocatedTextBuilder(text);
        Strings(quote, end);
    }

    /// <summary>Quoted strings up to the end of the line, which continue the text before them.</summary>
    private void Strings(int start, int end)
    {
        if (_string is null)
        {
            Break("PO002", start, "A quoted text stands without a keyword before it; write msgid or msgstr.");
            return;
        }

        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(text.Value[i]))
            {
                continue;
            }

            if (text.Value[i] != '"')
            {
                Break("PO002", i, "Something stands outside the quotation marks; escape a mark within the text as \\\".");
                return;
            }

            i = PoString.Read(text.Value, i + 1, end, _string);
            if (i < 0)
            {
                Break("PO003", ~i, "The text has no closing quotation mark, or an escape that PO does not know; write \\\\ for a backslash.");
                return;
            }
        }
    }

    private static void Ignore(LocatedText value)
    {
        // The name of a domain holds nothing to translate.
    }

    /// <summary>The number in <c>msgstr[n]</c>, or null.</summary>
    private static int? Form(ReadOnlySpan<char> word) =>
        word.StartsWith("msgstr[") && word.EndsWith("]") && int.TryParse(word[7..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var form) && form < 100 ? form : null;

    private void Break(string code, int offset, string message)
    {
        if (!_entry.IsBroken)
        {
            var (line, column) = text.PlaceOf(offset);
            diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message + " The entry is dropped.", file, line, column));
        }

        _entry.IsBroken = true;
        _string = null;
        _put = null;
    }

    private void EndString()
    {
        if (_string is not null)
        {
            _put!(_string.Build(Math.Min(_stringStart, text.Value.Length)));
        }

        _string = null;
        _put = null;
    }

    private void EndEntry()
    {
        EndString();
        if (!_entry.IsBroken && _entry.Source is not null)
        {
            _entries.Add(_entry);
        }

        _entry = new PoEntry();
    }

    private static string Shown(ReadOnlySpan<char> word) => word.Length <= 30 ? word.ToString() : word[..30].ToString() + "…";
}
