using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>One pass over a TMX file, unit by unit; an iterator could not catch what this reports. Not thread-safe.</summary>
internal sealed class TmxPass(Stream stream, bool lenient, bool record, TmxFindings findings) : IDisposable
{
    private MarkupReader? _markup;
    private bool _ended;

    /// <summary>The <c>tu</c> of this step.</summary>
    public MarkupElement? Unit { get; private set; }

    /// <summary>The raw characters of the unit, where they are recorded.</summary>
    public RawRecorder? Raw => _markup?.Raw;

    /// <summary>Moves to the next unit; false behind the last and after what cannot be read.</summary>
    public bool MoveNext()
    {
        Unit = null;
        if (_ended)
        {
            return false;
        }

        try
        {
            _markup ??= Open();
            while (!_ended && _markup.MoveToNextElement())
            {
                _markup.Raw?.ForgetBefore(_markup.Line, _markup.Column);
                if (Step(_markup))
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (MarkupFailure.IsOfFile(e))
        {
            findings.Fail(e);
        }

        End();
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _markup?.Dispose();

    private MarkupReader Open()
    {
        var markup = new MarkupReader(stream, lenient, record);
        if (!markup.MoveToNextElement() || markup.Name != "tmx")
        {
            findings.Add("TMX002", DiagnosticSeverity.Error, markup.Line, markup.Column, $"The root element is '{markup.Name}', so this is not a translation memory in TMX.");
            _ended = true;
            return markup;
        }

        if (markup.Attribute("version") is { } version && version is not ("1.0" or "1.1" or "1.2" or "1.3" or "1.4" or "1.4b"))
        {
            findings.Add("TMX013", DiagnosticSeverity.Warning, markup.Line, markup.Column, $"TMX version '{version}' is not known; the file is read as 1.4.");
        }

        return markup;
    }

    /// <summary>True where a unit was read.</summary>
    private bool Step(MarkupReader markup)
    {
        switch (markup.Name)
        {
            case "body":
                return false;
            case "tu":
                Unit = markup.ReadElement();
                return true;
            default:
                var other = markup.ReadElement();
                foreach (var part in other.Name == "header" ? other.Elements : [other])
                {
                    findings.Drop(other == part ? "element " + part.Name : "element " + part.Name + " of the header", part);
                }

                return false;
        }
    }

    private void End()
    {
        _ended = true;
        findings.ReportDropped();
        if (_markup?.Lenient is { DroppedCharacters: > 0 } or { MendedEntities: > 0 })
        {
            findings.Add("TMX015", DiagnosticSeverity.Warning, 0, 0, string.Create(
                CultureInfo.InvariantCulture,
                $"{_markup.Lenient.DroppedCharacters} characters that XML cannot carry were dropped and {_markup.Lenient.MendedEntities} references mended."));
        }

        if (_markup?.Prefixes is { Undeclared.Count: > 0 } prefixes)
        {
            findings.Add("TMX015", DiagnosticSeverity.Warning, 0, 0, $"Prefixes without a declaration: {string.Join(", ", prefixes.Undeclared)}.");
        }
    }
}
