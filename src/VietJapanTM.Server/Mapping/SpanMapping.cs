using VietJapanTM.Text;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Spans on the wire.</summary>
internal static class SpanMapping
{
    public static Wire.Span ToWire(this TextSpan span) => new()
    {
        StartUtf16 = span.StartUtf16,
        EndUtf16 = span.EndUtf16,
        Start = span.StartCodePoint,
        End = span.EndCodePoint,
    };
}
