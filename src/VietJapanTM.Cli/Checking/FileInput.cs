using System.Collections.Immutable;
using VietJapanTM.Cli.Input;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Cli.Checking;

/// <summary>What is to be checked of a file. Immutable.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Segments">The segments with a translation into a wanted language.</param>
/// <param name="Problems">What is wrong with the file itself.</param>
/// <param name="Failed">True where it could not be read whole.</param>
internal sealed record FileInput(string File, IReadOnlyList<BilingualSegment> Segments, IReadOnlyList<Diagnostic> Problems, bool Failed)
{
    /// <summary>True where the file is no bilingual one, and nobody named it by itself.</summary>
    public bool IsPassedOver { get; private init; }

    /// <summary>Reads a file once for each target language. What cannot be read becomes a problem.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">The source language.</param>
    /// <param name="targets">The target languages.</param>
    /// <param name="otherFiles">Full paths of all files of the run, so that a pair of catalogues is checked once.</param>
    /// <param name="isListed">True for a file of a list, such as all that a commit changes: what no format reads is passed over.</param>
    public static FileInput Read(string file, LanguageTag source, IReadOnlyList<LanguageTag> targets, ImmutableHashSet<string> otherFiles, bool isListed)
    {
        var segments = new List<BilingualSegment>();
        var problems = new List<Diagnostic>();
        var failed = false;
        var known = new BilingualOptions { SourceLanguage = source, Columns = [source, .. targets], OtherFiles = otherFiles };
        if (isListed && !BilingualFile.IsOne(file, known))
        {
            return PassedOver(file, "neither its ending nor a language in its name makes it a translation");
        }

        try
        {
            foreach (var target in targets)
            {
                var diagnostics = new DiagnosticSink();
                var options = known with { TargetLanguage = target };
                segments.AddRange(BilingualFile.Read(file, options, diagnostics).Where(s => IsWanted(s, source, target) && IsFit(s, diagnostics)));

                // What is wrong with the file is said once.
                problems.AddRange(diagnostics.Items.Except(problems));
                failed |= diagnostics.HasErrors;
            }
        }
        catch (DomainException e)
        {
            return new FileInput(file, [], [.. problems, new Diagnostic("CHK003", DiagnosticSeverity.Error, e.Message)], true);
        }

        // A commit may hold any JSON; what a person or a pattern names is meant to be checked.
        if (isListed && segments.Count == 0 && problems.Count > 0 && problems.TrueForAll(p => p.Code == BilingualFile.LanguageUnknown))
        {
            return PassedOver(file, "nothing says which language its texts are in");
        }

        if (segments.Count == 0 && !failed && !BilingualFile.IsReadWithAnother(file, known))
        {
            var message = $"Nothing is translated from {source} to {string.Join(" or ", targets)} here, so that nothing of it is checked. Correct --from and --to, or leave the file out.";
            problems.Add(new Diagnostic("CHK004", DiagnosticSeverity.Warning, message, file));
        }

        return new FileInput(file, segments, problems, failed);
    }

    /// <summary>A file of a list that is not checked.</summary>
    /// <param name="file">The file.</param>
    /// <param name="why">Why not, for people.</param>
    public static FileInput PassedOver(string file, string why) =>
        new(file, [], [new Diagnostic("CHK005", DiagnosticSeverity.Information, $"This is passed over: {why}.", file)], false) { IsPassedOver = true };

    private static bool IsWanted(BilingualSegment segment, LanguageTag source, LanguageTag target) =>
        source.Covers(segment.SourceLanguage)
        && target.Covers(segment.TargetLanguage)
        && !string.IsNullOrWhiteSpace(segment.Target?.Text);

    private static bool IsFit(BilingualSegment segment, DiagnosticSink diagnostics) =>
        IsFit(segment.Source, segment.SourceFile ?? segment.File, diagnostics) && IsFit(segment.Target!, segment.File, diagnostics);

    /// <summary>CHK001 (error): longer than a segment may be, not checked. CHK002 (warning): a character was lost, checked without it.</summary>
    private static bool IsFit(LocatedText text, string file, DiagnosticSink diagnostics)
    {
        if (text.Text.Length > TextRules.MaxSegmentLength)
        {
            var message = $"The segment has {text.Text.Length} characters, more than {TextRules.MaxSegmentLength}; it is not checked. Split it into sentences.";
            Report("CHK001", DiagnosticSeverity.Error, message, 0);
            return false;
        }

        if (LostCharacters.In(text.Text))
        {
            Report("CHK002", DiagnosticSeverity.Warning, "A character was lost here: U+FFFD, U+0000 or half a surrogate pair. Write what the original has.", LostCharacters.IndexIn(text.Text));
        }

        return true;

        void Report(string code, DiagnosticSeverity severity, string message, int offset)
        {
            var (line, column) = text.Locate(offset);
            diagnostics.Add(new Diagnostic(code, severity, message, file, line, column));
        }
    }
}
