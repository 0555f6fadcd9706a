using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Cli.Checking;

/// <summary>Words of a text and where they stand in a file. Immutable.</summary>
internal sealed record TextPlace
{
    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, in UTF-16 units.</summary>
    public required int Column { get; init; }

    /// <summary>1-based line of the last character.</summary>
    public required int EndLine { get; init; }

    /// <summary>Column after the last character, in <see cref="EndLine"/>.</summary>
    public required int EndColumn { get; init; }

    /// <summary>The whole text, as the file's readers see it.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset of the first of the words in <see cref="Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>The offset after the last.</summary>
    public int End { get; init; }

    /// <summary>The words.</summary>
    public string Words => Text[Start..End];

    /// <summary>Words of a text of a file.</summary>
    public static TextPlace Of(string file, LocatedText text, int start, int end)
    {
        var (line, column) = text.Locate(start);
        var (endLine, endColumn) = text.LocateEnd(end);
        return new TextPlace
        {
            File = file,
            Line = line,
            Column = column,
            EndLine = endLine,
            EndColumn = endColumn,
            Text = text.Text,
            Start = start,
            End = end,
        };
    }

    /// <summary>A whole text of a file.</summary>
    public static TextPlace Of(string file, LocatedText text) => Of(file, text, 0, text.Text.Length);
}
