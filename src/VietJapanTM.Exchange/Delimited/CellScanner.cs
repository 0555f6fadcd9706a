using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>Reads the inside of a cell.</summary>
internal static class CellScanner
{
    /// <summary>The text of a cell; within quotation marks a doubled one is one.</summary>
    public static LocatedText Scan(RawText raw, bool isQuoted)
    {
        var text = new LocatedTextBuilder(raw);
        var cell = raw.Value;
        var form = isQuoted ? RawForm.QuotedCell : RawForm.Cell;
        for (var i = 0; i < cell.Length;)
        {
            var mark = isQuoted ? cell.IndexOf("\"\"", i, StringComparison.Ordinal) : -1;
            var end = mark < 0 ? cell.Length : mark;
            text.Copy(i, end - i, form);
            if (mark >= 0)
            {
                text.Replace(mark, 2, "\"", form);
                end += 2;
            }

            i = end;
        }

        return text.Build(0);
    }
}
