using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>A stored token in the numbers of its chunk.</summary>
/// <param name="Fold">Its fold.</param>
/// <param name="Form">Which of the fold's forms.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Gap">The white space before it.</param>
internal readonly record struct StoredToken(int Fold, int Form, EditKind Kind, Gap Gap);

/// <summary>
/// Writes a row's tokens beside its keys, mostly a byte each: what a word is, its key says; the byte says which form it has. Its bits
/// are kkgfffff. kk: the group of kinds. g: 1 where the white space is not the usual, which then follows as a byte. fffff of a word: its
/// form, 31 for the rest as a varint. fffff of another kind: the fold's place in its group where the form is the fold's first, 30 for
/// that place as a varint, 31 for place and form as varints.
/// </summary>
internal static class TokenCode
{
    private const int GapBit = 0x20;
    private const int Rest = 31;
    private const int PlaceFollows = 30;

    /// <summary>Appends a token.</summary>
    public static void Write(List<byte> code, int group, int place, int form, Gap gap, bool isFirst)
    {
        var usual = Usual(group, isFirst);
        var small = group == 0 ? Math.Min(form, Rest) : form > 0 ? Rest : Math.Min(place, PlaceFollows);
        code.Add((byte)((group << 6) | (gap == usual ? 0 : GapBit) | small));
        if (gap != usual)
        {
            code.Add((byte)gap);
        }

        if (group == 0)
        {
            if (small == Rest)
            {
                WriteNumber(code, form - Rest);
            }
        }
        else if (small >= PlaceFollows)
        {
            WriteNumber(code, place);
            if (small == Rest)
            {
                WriteNumber(code, form);
            }
        }
    }

    /// <summary>Reads the next token; the fold of a word is its key's and must be put in its place.</summary>
    /// <returns>The group, the place of the fold in the group (0 for a word), the form and the white space.</returns>
    public static (int Group, int Place, int Form, Gap Gap) Read(ReadOnlySpan<byte> code, ref int at, bool isFirst)
    {
        var head = code[at++];
        var (group, small) = (head >> 6, head & Rest);
        var gap = (head & GapBit) == 0 ? Usual(group, isFirst) : (Gap)code[at++];
        if (group == 0)
        {
            return (0, 0, small == Rest ? Rest + ReadNumber(code, ref at) : small, gap);
        }

        var place = small >= PlaceFollows ? ReadNumber(code, ref at) : small;
        return (group, place, small == Rest ? ReadNumber(code, ref at) : 0, gap);
    }

    private static Gap Usual(int group, bool isFirst) => isFirst ? Gap.Edge : group < 2 ? Gap.Space : Gap.None;

    private static void WriteNumber(List<byte> code, int number)
    {
        for (var rest = (uint)number; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                code.Add((byte)rest);
                return;
            }

            code.Add((byte)(rest | 0x80));
        }
    }

    private static int ReadNumber(ReadOnlySpan<byte> code, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = code[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
