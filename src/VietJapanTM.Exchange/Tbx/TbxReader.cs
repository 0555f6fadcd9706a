using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>
/// Reads glossary files: TBX v3 (ISO 30042:2019) in both styles, and TBX v2 (<c>martif</c>), as far as the model carries them.
/// Findings are collected with their codes (<c>FORMAT.md</c> beside this file); what is sound is read in spite of them.
/// </summary>
public static class TbxReader
{
    /// <summary>Reads a file whole; the stream stays open.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <returns>What could be read, or null where the file is not TBX at all.</returns>
    public static TbxFile? Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var findings = new TbxFindings(file, diagnostics);
        var content = new Content(findings);
        try
        {
            using var markup = new MarkupReader(stream);
            if (!content.ReadRoot(markup))
            {
                return null;
            }

            content.ReadBody(markup);
        }
        catch (Exception e) when (MarkupFailure.IsOfFile(e))
        {
            findings.Fail(e);
            return content.IsTbx ? content.Finish() with { IsWhole = false } : null;
        }

        return content.Finish();
    }

    /// <summary>Reads a file on disk.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: the file cannot be opened.</exception>
    public static TbxFile? Read(string path, DiagnosticSink diagnostics)
    {
        using var stream = ExchangeFile.OpenRead(path);
        return Read(stream, path, diagnostics);
    }

    /// <summary>The parts of one file as they come in.</summary>
    private sealed class Content(TbxFindings findings)
    {
        private readonly TbxIdentifiers _identifiers = new(findings);
        private readonly ImmutableArray<Concept>.Builder _concepts = ImmutableArray.CreateBuilder<Concept>();
        private readonly ImmutableArray<(int Line, int Column)>.Builder _places = ImmutableArray.CreateBuilder<(int Line, int Column)>();
        private LanguageTag _language = LanguageTag.English;
        private TbxHeader _header = new(null, null, "");

        /// <summary>True once the root is known to be TBX.</summary>
        public bool IsTbx { get; private set; }

        public bool ReadRoot(MarkupReader markup)
        {
            if (!markup.MoveToNextElement() || markup.Name is not ("tbx" or "martif"))
            {
                findings.Add("TBX002", DiagnosticSeverity.Error, markup.Line, markup.Column, string.Equals(markup.Name, "tbx", StringComparison.OrdinalIgnoreCase)
                    ? $"The root element is '{markup.Name}', as in TBX-Min, which is not read. Convert the file to TBX-Basic."
                    : $"The root element is '{markup.Name}', so this is not a glossary in TBX. Name a file whose root is 'tbx' or 'martif'.");
                return false;
            }

            IsTbx = true;
            if (LanguageTag.TryParse(markup.Attribute("xml:lang"), out var language))
            {
                _language = language;
            }

            findings.IsForeign = !string.Equals(markup.Attribute("style"), "dct", StringComparison.OrdinalIgnoreCase);
            if (findings.IsForeign)
            {
                var kind = markup.Name == "martif" ? "TBX v2" : "TBX in DCA style";
                findings.Add("TBX014", DiagnosticSeverity.Information, markup.Line, markup.Column, $"This is {kind}; it is read, and would be written as TBX-Basic in DCT style.");
            }

            return true;
        }

        public void ReadBody(MarkupReader markup)
        {
            while (markup.MoveToNextElement())
            {
                switch (markup.Name)
                {
                    case "text" or "body" or "back":
                        break;
                    case "tbxHeader" or "martifHeader":
                        _header = TbxHeader.Of(markup.ReadElement(), findings);
                        break;
                    case "conceptEntry" or "termEntry":
                        ReadConcept(markup.ReadElement());
                        break;
                    default:
                        findings.Drop(markup.ReadElement());
                        break;
                }
            }

            if (markup.CommentCount > 0)
            {
                findings.Drop("comment", markup.CommentLine, markup.CommentCount);
            }
        }

        public TbxFile Finish()
        {
            _identifiers.ReportDangling();
            findings.ReportCounted();
            return new TbxFile
            {
                Title = _header.Title,
                Licence = _header.Licence,
                SourceDescription = _header.SourceDescription,
                Language = _language,
                Concepts = _concepts.ToImmutable(),
                Places = _places.ToImmutable(),
                OutsideReferences = [.. _identifiers.OutsideReferences],
            };
        }

        private void ReadConcept(MarkupElement entry)
        {
            if (new TbxConceptReader(findings, _identifiers).Read(entry) is { } concept)
            {
                _concepts.Add(concept);
                _places.Add((entry.Line, entry.Column));
            }
        }
    }
}
