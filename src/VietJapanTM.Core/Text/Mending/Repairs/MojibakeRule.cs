using System.Buffers;
using System.Text;

namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// UTF-8 that was read as Windows-1252, Latin-1 or Windows-1258: <c>estÃ¡</c>, <c>Viá»‡t</c>, <c>â€œ</c>, <c>tĂ¬nh</c>. A sequence is read back where its bytes are one
/// well-formed UTF-8 character that Spanish, English or Vietnamese writing uses. What could also be a letter with a quotation mark or dots
/// after it (<c>está»…</c>, <c>ĐÃ…</c>) is read back only beside sequences that cannot.
/// </summary>
internal static class MojibakeRule
{
    // On news in three languages, garbled whole, every sequence was restored and nothing else touched (DESIGN.md).
    private const double Confidence = 0.999;
    private const double DoubtfulConfidence = 0.9;

    // Windows-1258, the code page of Vietnamese, shows the byte of Ã so; what else differs leads no sequence.
    private const char VietnameseLead = 'Ă';

    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃÄÅÆÌáâðĂ");

    /// <summary>Signs that stand after a letter in sound text: … ” ’ – — › » º, and the no-break space.</summary>
    private static readonly SearchValues<char> EndingSigns = SearchValues.Create("\u2026\u201D\u2019\u2013\u2014\u203A\u00BB\u00BA\u00A0");

    /// <summary>The changes, in order; sequences side by side are one change.</summary>
    public static List<Replacement> Find(string text)
    {
        var found = new List<Sequence>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Leads);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (TryRead(text, at, out var sequence))
            {
                found.Add(sequence);
                at = sequence.End;
            }
            else
            {
                at++;
            }
        }

        return found.Exists(s => !s.IsDoubtful) ? Join(found) : [];
    }

    private static List<Replacement> Join(List<Sequence> found)
    {
        var edits = new List<Replacement>();
        foreach (var sequence in found)
        {
            var confidence = sequence.IsDoubtful ? DoubtfulConfidence : Confidence;
            if (edits.Count > 0 && edits[^1].End == sequence.Start)
            {
                var previous = edits[^1];
                edits[^1] = previous with
                {
                    End = sequence.End,
                    Inserted = previous.Inserted + sequence.Character,
                    Confidence = Math.Min(previous.Confidence, confidence),
                };
            }
            else
            {
                edits.Add(new Replacement(sequence.Start, sequence.End, sequence.Character.ToString(), MendKind.Mojibake, confidence));
            }
        }

        return edits;
    }

    private static bool TryRead(string text, int start, out Sequence sequence)
    {
        sequence = default;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = text[start] == VietnameseLead ? (byte)0xC3 : Windows1252.ToByte(text[start]);
        var length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
        if (start + length > text.Length)
        {
            return false;
        }

        // Programs that tidy white space turn the no-break space of "Ã " into a plain one.
        var tidied = length == 2 && text[start] is 'Ã' or 'Â' && text[start + 1] == ' ';
        for (var i = 1; i < length; i++)
        {
            bytes[i] = tidied ? (byte)0xA0 : Windows1252.ToByte(text[start + i]);
        }

        if (Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) != OperationStatus.Done || used != length || !IsExpected(rune))
        {
            return false;
        }

        sequence = new Sequence(start, start + length, rune, tidied || CouldBeSound(text, start, length));
        return true;
    }

    // Letters of the three languages and of their neighbours, combining marks, general punctuation, currency, arrows, signs, emoji.
    private static bool IsExpected(Rune rune) => rune.Value is
        (>= 0xA0 and <= 0x1B4) or (>= 0x300 and <= 0x36F) or (>= 0x1EA0 and <= 0x1EF9) or (>= 0x2000 and <= 0x206F)
        or (>= 0x20A0 and <= 0x20BF) or (>= 0x2100 and <= 0x22FF) or 0xFEFF or (>= 0x1F300 and <= 0x1FAFF);

    // A letter of sound writing, then one or two signs that follow words, and no letter after them; or the end of a word in capitals.
    private static bool CouldBeSound(string text, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            if (!EndingSigns.Contains(text[i]))
            {
                return false;
            }
        }

        return (start > 0 && char.IsUpper(text[start - 1]))
            || start + length == text.Length
            || !char.IsLetter(text[start + length]);
    }

    private readonly record struct Sequence(int Start, int End, Rune Character, bool IsDoubtful);
}
