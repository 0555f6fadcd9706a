using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Core.Tests.Text;

/// <summary>
/// Text that nobody would translate. Each case is larger by far than a text that quadratic work would finish in the life of a test run,
/// so that a case which ends at all was linear.
/// </summary>
public sealed class HostileTextTests
{
    /// <summary>Cases by name, each a piece and how often it is repeated.</summary>
    public static TheoryData<string, string, int> Cases => new()
    {
        { "one long line", "El Sr. Kishida llegó a Hanói. Habló de paz, comercio y amistad con EE. UU. ", 20_000 },
        { "one letter", "a", 1_000_000 },
        { "letters without a space", "laactividaddelospaises", 45_000 },
        { "words joined by stops", "fin.Los", 30_000 },
        { "spaces", " ", 1_000_000 },
        { "line breaks", "\r\n", 500_000 },
        { "opening quotation marks", "\"", 100_000 },
        { "opening brackets of all kinds", "«“(「『[", 100_000 },
        { "closing marks behind a stop", ".\")”", 250_000 },
        { "stops", ".", 1_000_000 },
        { "spaced stops", ". ", 300_000 },
        { "question marks", "?! ", 60_000 },
        { "digits", "1.", 500_000 },
        { "list items in one line", "1) A ", 20_000 },
        { "capitals", "A. ", 60_000 },
        { "combining marks", "a\u0301", 150_000 },
        { "high surrogates alone", "\uD800", 300_000 },
        { "low surrogates before high ones", "\uDC00\uD800 ", 100_000 },
        { "binary", "\0\u0001\u00FF\uFFFE\u0007.\u001B", 60_000 },
        { "mojibake of mojibake", "ÃƒÂƒÃ‚Â¡", 40_000 },
        { "hyphens at line ends", "comuni-\n", 20_000 },
        { "full stops of Japanese", "。」", 200_000 },
        { "an address without an end", "http://a.b/", 100_000 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Segment_HostileText_EndsAndLosesNothing(string name, string piece, int count)
    {
        var text = string.Concat(Enumerable.Repeat(piece, count));
        foreach (var language in new[] { "es", "en", "vi", "ja" })
        {
            var at = 0;
            foreach (var segment in SegmentationRules.Shipped.For(LanguageTag.Parse(language)).Segment(text))
            {
                Assert.True(segment.Start >= at && segment.Length > 0 && text.AsSpan(at, segment.Start - at).IsWhiteSpace(), name);
                at = segment.End;
            }

            Assert.True(text.AsSpan(at).IsWhiteSpace(), name);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mend_HostileText_EndsAndChangesOnlyWhatItSays(string name, string piece, int count)
    {
        var text = string.Concat(Enumerable.Repeat(piece, count));
        foreach (var language in Mender.Languages)
        {
            var result = Mender.Mend(text, language, new MendingOptions { Kinds = MendKind.All });
            Assert.True(result.Text.Length - text.Length == result.Edits.Sum(e => e.Inserted.Length - e.Length), name);
        }
    }
}
