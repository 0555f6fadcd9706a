using System.Globalization;
using System.Text;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking.Characters;

/// <summary>VJT011: characters that nobody sees and that change how a text reads, sorts or is found.</summary>
/// <remarks>Boucher and Anderson, "Trojan Source" (2021), show what direction overrides can hide; Unicode UTR 36 has the others.</remarks>
internal sealed class HiddenCharacters : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT011",
        "Hidden characters",
        "The target holds a character without a glyph that shows other words than it stores or keeps words from being found: a direction override or an isolate "
            + "that is not closed, a direction mark in a text without letters that run to the left, a zero-width space or joiner, a line separator, a byte-order mark, a tag or a "
            + "control character. Joiners inside emoji and beside letters of the scripts that join, and soft hyphens are allowed, and so is whatever the source has as often, "
            + "unless it turns the direction of the text.",
        RuleExample.Text(LanguageTag.English, "the East\u202E aeS\u202C"),
        RuleExample.Text(LanguageTag.English, "the East Sea"),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        var target = texts.Segment.Target;
        for (var at = 0; ;)
        {
            var harmless = target.AsSpan(at).IndexOfAnyExceptInRange(' ', '~');
            if (harmless < 0)
            {
                return;
            }

            at += harmless;
            var rune = Rune.TryGetRuneAt(target, at, out var valid) ? valid : Rune.ReplacementChar;
            var end = at + rune.Utf16SequenceLength;
            if (NameOf(rune, target, at) is { } name && !IsTaken(texts, rune))
            {
                var message = $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)} ({name}) cannot be seen. Delete it.";
                if (texts.At(TextSide.Target, at, end, Rule, message) is { } finding)
                {
                    findings.Add(finding with { Replacements = [""], SafeFix = "" });
                }
            }

            at = end;
        }
    }

    /// <summary>What a hidden character is called, or null where the character is harmless in its place.</summary>
    private static string? NameOf(Rune rune, string text, int at) => rune.Value switch
    {
        >= 0x20 and < 0x7F or '\t' or '\n' or '\r' => null,
        < 0x20 or (>= 0x7F and < 0xA0) => "control character",
        0x202D or 0x202E => "direction override",
        0x202A or 0x202B => "direction embedding",
        0x202C => text.AsSpan(0, at).IndexOfAnyInRange('\u202A', '\u202E') >= 0 ? "end of a direction" : "end of a direction that was not begun",
        >= 0x2066 and <= 0x2068 => IsClosed(text, at) ? null : "isolate that is not closed",
        0x200B => "zero-width space",
        0x200C or 0x200D => Joins(text, at) ? null : "zero-width joiner",
        0x200E or 0x200F or 0x061C => text.Any(RunsToTheLeft) ? null : "direction mark",
        0x2028 or 0x2029 => "line separator",
        0x034F => "grapheme joiner",
        0x2060 => "word joiner",
        0xFEFF => "byte-order mark",
        0x180E or 0x115F or 0x1160 or 0x3164 or 0xFFA0 => "invisible filler",
        >= 0x2061 and <= 0x2064 => "invisible operator",
        >= 0xFFF9 and <= 0xFFFB => "annotation mark",

        // Subdivision flags are a black flag with tags behind it.
        >= 0xE0000 and <= 0xE007F => text.AsSpan(0, at).LastIndexOf("\U0001F3F4") >= 0 ? null : "tag character",
        _ => null,
    };

    /// <summary>The source has as many: they were meant.</summary>
    private static bool IsTaken(CheckedTexts texts, Rune rune)
    {
        var turns = rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
        return !turns && texts.Segment.Source is { } source && Count(source, rune) >= Count(texts.Segment.Target, rune);
    }

    private static int Count(string text, Rune rune) => text.AsSpan().Count(rune.ToString());

    private static bool IsClosed(string text, int at)
    {
        var depth = 0;
        foreach (var character in text.AsSpan(at))
        {
            depth += character is >= '\u2066' and <= '\u2068' ? 1 : character == '\u2069' ? -1 : 0;
            if (depth == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Between the parts of an emoji, or beside a letter of Arabic, of the scripts of India and the like.</summary>
    private static bool Joins(string text, int at) =>
        (at > 0 && (IsPictorial(text[at - 1]) || IsOfJoiningScript(text[at - 1]))) || (at + 1 < text.Length && IsOfJoiningScript(text[at + 1]));

    private static bool IsPictorial(char character) => char.IsLowSurrogate(character) || character is '\uFE0F' or '\u20E3' or (>= '\u2190' and < '\u2C00');

    private static bool IsOfJoiningScript(char character) =>
        character is >= '\u0590' and < '\u1DC0' && (char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool RunsToTheLeft(char character) => character is (>= '\u0590' and < '\u0900' and not '\u061C') or (>= '\uFB1D' and < '\uFE00') or (>= '\uFE70' and < '\uFEFF');
}
