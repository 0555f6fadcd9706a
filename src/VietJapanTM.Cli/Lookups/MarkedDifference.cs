using System.Text;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>
/// A query and a stored text as one line, in the marks of a word difference: <c>[-memory-]</c> stands in the stored text alone,
/// <c>{+query+}</c> in the query alone. Marks instead of colours, so that a pipe or a mail keeps them.
/// </summary>
internal static class MarkedDifference
{
    /// <summary>Writes what differs between a query and a match.</summary>
    public static string Of(string query, Wire.Match match)
    {
        var source = match.Source.Text;
        var text = new StringBuilder(query.Length + source.Length);
        var (atQuery, atSource) = (0, 0);
        foreach (var part in match.Difference)
        {
            // What lies between two parts is white space, which no part holds; a deletion brings that of the stored text.
            var inQuery = part.QuerySpan.EndUtf16 > part.QuerySpan.StartUtf16;
            text.Append(inQuery ? query.AsSpan(atQuery, part.QuerySpan.StartUtf16 - atQuery) : source.AsSpan(atSource, part.SourceSpan.StartUtf16 - atSource));
            Append(text, part.Kind, Slice(query, part.QuerySpan), Slice(source, part.SourceSpan));
            atQuery = inQuery ? part.QuerySpan.EndUtf16 : atQuery;
            atSource = part.SourceSpan.EndUtf16 > part.SourceSpan.StartUtf16 ? part.SourceSpan.EndUtf16 : atSource;
        }

        return text.Append(query.AsSpan(atQuery)).ToString();
    }

    private static void Append(StringBuilder text, string kind, ReadOnlySpan<char> query, ReadOnlySpan<char> source)
    {
        if (kind == "equal")
        {
            text.Append(query);
            return;
        }

        if (!source.IsEmpty)
        {
            text.Append("[-").Append(source).Append("-]");
        }

        if (!query.IsEmpty)
        {
            text.Append("{+").Append(query).Append("+}");
        }
    }

    private static ReadOnlySpan<char> Slice(string text, Wire.Span span) => text.AsSpan(span.StartUtf16, span.EndUtf16 - span.StartUtf16);
}
