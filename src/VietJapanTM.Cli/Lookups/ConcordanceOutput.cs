using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>Writes a concordance, for people and for programs.</summary>
internal static class ConcordanceOutput
{
    /// <summary>A block for each unit, its words marked; or one JSON object on one line.</summary>
    public static void Write(Wire.ConcordanceResponse response, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(Json.ToLine(new { hits = response.Hits.Select(ToValue), nextPage = response.NextPageToken, revision = response.Revision }));
            return;
        }

        if (response.Hits.Count == 0)
        {
            output.WriteLine("No text holds these words. Try the beginning of a word with an asterisk, such as estrat*.");
        }

        foreach (var hit in response.Hits)
        {
            output.WriteLine(hit.Unit);
            foreach (var text in hit.Texts)
            {
                output.WriteLine($"  {text.Variant.LanguageCode,-5}  {OneLine.Of(MarkedWords.Of(text.Variant.Text, text.Spans))}");
            }

            foreach (var target in hit.Targets)
            {
                output.WriteLine($"  {target.LanguageCode,-5}  {OneLine.Of(target.Text)}");
            }
        }

        if (response.NextPageToken.Length > 0)
        {
            output.WriteLine($"More may follow; go on with --page {response.NextPageToken}");
        }
    }

    private static object ToValue(Wire.ConcordanceHit hit) => new
    {
        unit = hit.Unit,
        document = hit.Document.Length == 0 ? null : hit.Document,
        texts = hit.Texts.Select(t => new
        {
            language = t.Variant.LanguageCode,
            t.Variant.Text,
            spans = t.Spans.Select(s => new { start = s.StartUtf16, end = s.EndUtf16 }),
        }),
        targets = hit.Targets.Select(v => new { language = v.LanguageCode, v.Text }),
    };
}
