using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>Writes the pieces of a query that stored segments hold, for people and for programs.</summary>
internal static class FragmentOutput
{
    /// <summary>A block for one piece: it, a text that holds it, and the translation, its words marked as <c>[[so]]</c>.</summary>
    public static void Write(string query, Wire.Fragment fragment, TextWriter output)
    {
        output.WriteLine($"part  {OneLine.Of(Slice(query, fragment.QuerySpan))}  {fragment.Unit}");
        WriteText(fragment.Source, [fragment.SourceSpan], output);
        if (fragment.Target is { } target)
        {
            WriteText(target, fragment.TargetSpans, output);
        }
    }

    /// <summary>A value that becomes a JSON object.</summary>
    public static object ToValue(string query, Wire.Fragment fragment) => new
    {
        text = Slice(query, fragment.QuerySpan),
        start = fragment.QuerySpan.StartUtf16,
        end = fragment.QuerySpan.EndUtf16,
        fragment.Unit,
        source = fragment.Source.Text,
        target = fragment.Target?.Text,
        aligned = fragment.Target is { } target ? fragment.TargetSpans.Select(s => Slice(target.Text, s)) : null,
    };

    private static void WriteText(Wire.Variant variant, IEnumerable<Wire.Span> spans, TextWriter output) =>
        output.WriteLine($"  {variant.LanguageCode,-5}  {OneLine.Of(MarkedWords.Of(variant.Text, spans))}");

    private static string Slice(string text, Wire.Span span) => text[span.StartUtf16..span.EndUtf16];
}
