using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>The parts of a comparison as they come in: at once for people, together for programs.</summary>
internal sealed class GlossaryDiffOutput
{
    private readonly bool _json;
    private readonly TextWriter _output;
    private readonly List<object> _concepts = [];
    private readonly List<object> _units = [];
    private (string Unit, string Message, string Source, string Target) _last;

    private GlossaryDiffOutput(bool json, TextWriter output)
    {
        _json = json;
        _output = output;
    }

    /// <summary>Units that are broken; complete after the summary.</summary>
    public long BrokenUnits { get; private set; }

    /// <summary>An output for people, or a JSON object.</summary>
    public static GlossaryDiffOutput Of(bool json, TextWriter output) => new(json, output);

    /// <summary>Takes a part.</summary>
    public void Take(Wire.DiffGlossaryResponse part)
    {
        switch (part.PartCase)
        {
            case Wire.DiffGlossaryResponse.PartOneofCase.Concept when _json:
                _concepts.Add(ConceptChangeOutput.ToValue(part.Concept));
                break;
            case Wire.DiffGlossaryResponse.PartOneofCase.Concept:
                ConceptChangeOutput.Write(part.Concept, _output);
                break;
            case Wire.DiffGlossaryResponse.PartOneofCase.Unit when _json:
                _units.Add(ToValue(part.Unit));
                break;
            case Wire.DiffGlossaryResponse.PartOneofCase.Unit:
                Write(part.Unit);
                break;
            case Wire.DiffGlossaryResponse.PartOneofCase.Summary:
                BrokenUnits = part.Summary.BrokenUnitCount;
                WriteEnd(part.Summary);
                break;
            default:
                break;
        }
    }

    /// <summary>A term that stands twice in a text is one line for people; programs get both places.</summary>
    private void Write(Wire.BrokenUnit broken)
    {
        var key = (broken.Unit, broken.Finding.Message, broken.SourceText, broken.TargetText);
        if (key == _last)
        {
            return;
        }

        _last = key;
        _output.WriteLine($"{broken.Unit}: {broken.Finding.Rule} {OneLine.Of(broken.Finding.Message)}");
        _output.WriteLine($"    {broken.SourceLanguageCode}: {OneLine.Of(broken.SourceText)}");
        _output.WriteLine($"    {broken.TargetLanguageCode}: {OneLine.Of(broken.TargetText)}");
    }

    private void WriteEnd(Wire.DiffGlossarySummary summary)
    {
        if (!_json)
        {
            _output.WriteLine(
                $"Revision {summary.FromRevision} to {summary.ToRevision}: {Count.Of(summary.ConceptCount, "concept")} changed; "
                + $"{Count.Of(summary.CheckedUnitCount, "unit")} looked through, {summary.BrokenUnitCount} broken, {Count.Of(summary.FindingCount, "finding")}.");
            return;
        }

        _output.WriteLine(Json.ToText(new
        {
            concepts = _concepts,
            units = _units,
            summary = new
            {
                summary.FromRevision,
                summary.ToRevision,
                concepts = summary.ConceptCount,
                checkedUnits = summary.CheckedUnitCount,
                brokenUnits = summary.BrokenUnitCount,
                findings = summary.FindingCount,
            },
        }));
    }

    private static object ToValue(Wire.BrokenUnit broken) => new
    {
        broken.Unit,
        rule = broken.Finding.Rule,
        severity = broken.Finding.Severity.ToString().ToLowerInvariant(),
        concept = ConceptChangeOutput.IdOf(broken.Finding.Concept),
        broken.Finding.Term,
        broken.Finding.Message,
        from = broken.SourceLanguageCode,
        source = broken.SourceText,
        to = broken.TargetLanguageCode,
        target = broken.TargetText,
        inSource = broken.Finding.InSource,
        start = broken.Finding.Span.StartUtf16,
        end = broken.Finding.Span.EndUtf16,
        fixes = broken.Finding.Fixes,
    };
}
