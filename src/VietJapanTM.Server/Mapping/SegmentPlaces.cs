using VietJapanTM.Text;

namespace VietJapanTM.Server.Mapping;

/// <summary>
/// Finds the segments of a stored document again in the text as it came. Only white space lies between them, so that each begins where the one
/// before ended, unless mending has changed something; from there on the next segment that is too long to stand there by chance is looked for, a few
/// pages ahead. Not thread-safe; linear.
/// </summary>
/// <param name="raw">The text as it came.</param>
internal sealed class SegmentPlaces(string raw)
{
    /// <summary>Long enough, in UTF-16 code units, not to stand in another segment by chance.</summary>
    private const int LeastLength = 20;

    /// <summary>How far ahead a segment is looked for, in UTF-16 code units.</summary>
    private const int Ahead = 16_384;

    private readonly CodePointCounter _counter = new(raw);
    private int _at;
    private bool _lost;

    /// <summary>Where the next segment stands; null where it was mended, or stands behind one that was and is short.</summary>
    public TextSpan? Next(string segment)
    {
        if (Find(segment) is not { } start)
        {
            // What was mended is rarely half as long again as it was.
            _at = Math.Min(raw.Length, _at + (segment.Length / 2));
            _lost = true;
            return null;
        }

        _lost = false;
        _at = start + segment.Length;
        return _counter.Span(start, _at);
    }

    private int? Find(string segment)
    {
        if (!_lost)
        {
            var start = _at;
            while (start < raw.Length && char.IsWhiteSpace(raw[start]))
            {
                start++;
            }

            return raw.AsSpan(start).StartsWith(segment, StringComparison.Ordinal) ? start : null;
        }

        var found = segment.Length < LeastLength
            ? -1
            : raw.AsSpan(_at, Math.Min(Ahead, raw.Length - _at)).IndexOf(segment, StringComparison.Ordinal);
        return found < 0 ? null : _at + found;
    }
}
