using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>A stored token in the numbers of its chunk.</summary>
/// <param name="Fold">Its fold.</param>
/// <param name="Form">Which of the fold's forms.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Gap">The white space before it.</param>
internal readonly record struct StoredToken(int Fold, int Form, EditKind Kind, Gap Gap);

/// <summary>A token as its code says it: a word's fold is what its key says.</summary>
/// <param name="Group">The group of kinds; see <see cref="FoldOrder.GroupOf"/>.</param>
/// <param name="Place">The place of the fold in its group; 0 for a word.</param>
/// <param name="Form">Which of the fold's forms.</param>
/// <param name="Gap">The white space before it.</param>
internal readonly record struct CodedToken(int Group, int Place, int Form, Gap Gap);

/// <summary>
/// Writes a row's tokens beside its keys: half a byte a token. What a word is, its key says; most have their fold's first form and the usual
/// white space, and a byte stands for a run of those. Any other token has a byte kkgfffff. kk: 1 a number, 2 a mark, 3 a word or an invisible token.
/// g: 1 where the white space is not the usual, which then follows as a byte. fffff of a number or mark: the fold's place in its group where the form is
/// its first, 30 for that place as a varint, 31 for place and form as varints; of kind 3: a word's form, 30 for it as a varint, 31 for an invisible token,
/// whose place and form follow as varints.
/// </summary>
internal static class TokenCode
{
    private const int LongestRun = 64;
    private const int GapBit = 0x20;
    private const int Small = 0x1F;
    private const int OneFollows = 30;
    private const int TwoFollow = 31;

    /// <summary>Appends tokens.</summary>
    public static void Write(List<byte> code, ReadOnlySpan<CodedToken> tokens)
    {
        var run = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var isUsual = token.Gap == Usual(token.Group, i == 0);
            if (token is { Group: 0, Form: 0 } && isUsual)
            {
                if (run is 0 or LongestRun)
                {
                    code.Add(0);
                    run = 0;
                }

                code[^1] = (byte)run++;
                continue;
            }

            run = 0;
            Write(code, token, isUsual);
        }
    }

    /// <summary>Replaces the list's items by the tokens of a code.</summary>
    public static void Read(ReadOnlySpan<byte> code, List<CodedToken> tokens)
    {
        tokens.Clear();
        for (var at = 0; at < code.Length;)
        {
            var head = code[at++];
            if (head < LongestRun)
            {
                for (var i = 0; i <= head; i++)
                {
                    tokens.Add(new CodedToken(0, 0, 0, Usual(0, tokens.Count == 0)));
                }

                continue;
            }

            var small = head & Small;
            var group = head >> 6 is var kind && kind < 3 ? kind : small == TwoFollow ? 3 : 0;
            var gap = (head & GapBit) == 0 ? Usual(group, tokens.Count == 0) : (Gap)code[at++];
            var first = small >= OneFollows ? ReadNumber(code, ref at) : small;
            tokens.Add(group == 0
                ? new CodedToken(0, 0, first, gap)
                : new CodedToken(group, first, small == TwoFollow ? ReadNumber(code, ref at) : 0, gap));
        }
    }

    private static void Write(List<byte> code, in CodedToken token, bool isUsual)
    {
        var first = token.Group == 0 ? token.Form : token.Place;
        var small = token.Group == 3 || (token.Group > 0 && token.Form > 0) ? TwoFollow : Math.Min(first, OneFollows);
        code.Add((byte)(((token.Group is 0 ? 3 : token.Group) << 6) | (isUsual ? 0 : GapBit) | small));
        if (!isUsual)
        {
            code.Add((byte)token.Gap);
        }

        if (small >= OneFollows)
        {
            WriteNumber(code, first);
        }

        if (small == TwoFollow)
        {
            WriteNumber(code, token.Form);
        }
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
