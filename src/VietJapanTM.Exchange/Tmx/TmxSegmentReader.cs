using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>Reads the segments of TMX with their places; the findings are those of <see cref="TmxReader"/>.</summary>
internal static class TmxSegmentReader
{
    /// <summary>Reads lazily: in each unit the source variant beside the target variant, or beside every other.</summary>
    public static IEnumerable<BilingualSegment> Read(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics)
    {
        var findings = new TmxFindings(file, options.Lenient, diagnostics);
        using var pass = new TmxPass(stream, options.Lenient, record: true, findings);
        while (pass.MoveNext())
        {
            foreach (var segment in Segments(pass.Unit!, pass.Raw!, file, options, findings))
            {
                yield return segment;
            }
        }
    }

    private static IEnumerable<BilingualSegment> Segments(MarkupElement tu, RawRecorder raw, string file, BilingualOptions options, TmxFindings findings)
    {
        var variants = tu.Elements.Where(element => element.Name == "tuv").Select(tuv => Variant(tuv, findings)).OfType<(LanguageTag Language, MarkupElement Seg)>().ToList();
        var source = variants.FindIndex(variant => options.SourceLanguage is not { } wanted || wanted.Covers(variant.Language));
        if (source < 0)
        {
            yield break;
        }

        foreach (var (language, seg) in variants.Where((_, i) => i != source))
        {
            if (options.TargetLanguage is { } wanted && !wanted.Covers(language))
            {
                continue;
            }

            yield return new BilingualSegment
            {
                File = file,
                Id = tu.Attribute("tuid") ?? tu.Attribute("id") ?? "",
                SourceLanguage = variants[source].Language,
                TargetLanguage = language,
                Source = RawMarkup.Locate(variants[source].Seg, raw),
                Target = RawMarkup.Locate(seg, raw) is { Text.Length: > 0 } text ? text : null,
                Notes = RawMarkup.Notes(tu.Elements, raw, file),
            };
        }
    }

    private static (LanguageTag Language, MarkupElement Seg)? Variant(MarkupElement tuv, TmxFindings findings)
    {
        var seg = tuv.Elements.FirstOrDefault(element => element.Name == "seg");
        if (seg is null)
        {
            findings.Reject("TMX004", tuv, "The variant has no seg and is dropped.");
            return null;
        }

        var code = tuv.XmlLang ?? tuv.Attribute("lang");
        if (LanguageTag.TryParse(code, out var language))
        {
            return (language, seg);
        }

        findings.Reject("TMX005", tuv, $"'{code}' is not a language code; the variant is dropped.");
        return null;
    }
}
