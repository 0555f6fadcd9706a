using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Changes;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Puts glossary files into a store as one change, for the service and for commands that open a store themselves.</summary>
internal static class GlossaryImport
{
    private const string Method = "Import";

    /// <summary>Imports, or with <c>dry_run</c> says what an import would do.</summary>
    /// <exception cref="DomainException">FileMalformed: the files have errors, and nothing was written; the details list them.</exception>
    public static async Task<Wire.ImportGlossaryResponse> RunAsync(
        TranslationWorkspace workspace, GlossaryUpload upload, CancellationToken cancellationToken)
    {
        var store = workspace.Store;
        if (upload.Options.DryRun)
        {
            var revision = store.GetRevision(Tenants.Default);
            return Try(upload, store.ListConcepts(Tenants.Default, asOf: revision), revision);
        }

        var diagnostics = new DiagnosticSink();
        var concepts = Read(upload, store.ListConcepts(Tenants.Default), diagnostics);
        if (diagnostics.HasErrors)
        {
            throw Malformed(diagnostics);
        }

        GlossaryMerge? merge = null;
        var result = await workspace.CommitAsync(
            Begin(upload) with
            {
                Operations = Merge(() => merge = GlossaryMerge.Plan(store.ListConcepts(Tenants.Default), concepts, upload.Options.Prune)),
            },
            cancellationToken).ConfigureAwait(false);

        // A retry is not merged again: what it did stands in the store.
        var changes = merge?.Changes ?? Between(store, result.ChangeSet.Revision, result.Written > 0);
        return Answer(concepts.Count, changes, result.ChangeSet.Revision, diagnostics, dryRun: false);
    }

    /// <summary>What an import would do to a glossary, with everything that is to be said of the files.</summary>
    public static Wire.ImportGlossaryResponse Try(GlossaryUpload upload, IReadOnlyList<Concept> present, long revision)
    {
        var diagnostics = new DiagnosticSink();
        var concepts = Read(upload, present, diagnostics);
        var changes = diagnostics.HasErrors ? [] : GlossaryMerge.Plan(present, concepts, upload.Options.Prune).Changes;
        return Answer(concepts.Count, changes, revision, diagnostics, dryRun: true);
    }

    private static IReadOnlyList<Concept> Read(GlossaryUpload upload, IReadOnlyList<Concept> present, DiagnosticSink diagnostics)
    {
        var collector = new GlossaryCollector(diagnostics);
        foreach (var (name, content) in upload.Files)
        {
            using var stream = new MemoryStream(content);
            if (TbxReader.Read(stream, name, diagnostics) is { } file)
            {
                collector.Add(name, name, file);
            }
            else
            {
                collector.Miss();
            }
        }

        // With a prune the files are the whole glossary: what they refer to must be among them.
        var elsewhere = upload.Options.Prune ? [] : present.Select(concept => concept.Id).ToHashSet(StringComparer.Ordinal);
        var entries = collector.Finish(elsewhere.Contains);
        var concepts = entries.Select(entry => entry.Concept).ToList();
        if (upload.Options.Lint != Wire.ImportGlossaryOptions.Types.Lint.Skip && !diagnostics.HasErrors)
        {
            Lint(upload, entries, GlossaryMerge.Left(present, concepts, upload.Options.Prune), diagnostics);
        }

        return concepts.Count > 0 || !upload.Options.Prune || diagnostics.HasErrors
            ? concepts
            : throw new DomainException(
                ErrorCode.ArgumentInvalid, "The files hold no concept, and a prune would delete the whole glossary. Send the files, or leave the prune out.", "options.prune");
    }

    /// <summary>Adds the lint's errors and warnings. Advice is for those who keep the glossary, and <c>vjtm glossary lint</c> has it.</summary>
    private static void Lint(GlossaryUpload upload, IReadOnlyCollection<GlossaryEntry> entries, IEnumerable<Concept> others, DiagnosticSink diagnostics)
    {
        var refuses = upload.Options.Lint != Wire.ImportGlossaryOptions.Types.Lint.Report;
        var findings = GlossaryFileLint.Run(entries, name => LinesOf(upload.Files.First(file => file.Name == name).Content), others, diagnostics.Items);
        foreach (var finding in findings.Where(finding => finding.Severity != DiagnosticSeverity.Information))
        {
            diagnostics.Add(refuses ? finding : finding with { Severity = DiagnosticSeverity.Warning });
        }
    }

    private static string[] LinesOf(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content));
        return [.. reader.ReadToEnd().Split('\n')];
    }

    /// <summary>
    /// The operations of a merge, planned when the writer asks for the first one: within the transaction, so that no concept that somebody
    /// makes meanwhile is overlooked.
    /// </summary>
    private static IEnumerable<ChangeOperation> Merge(Func<GlossaryMerge> plan)
    {
        foreach (var change in plan().Changes)
        {
            yield return change.After is { } concept
                ? new ChangeOperation.PutConcept(concept)
                : new ChangeOperation.DeleteConcept(change.Id);
        }
    }

    private static Change Begin(GlossaryUpload upload)
    {
        var options = upload.Options;
        var change = WriteRequests.Begin(options.Author, options.Reason, options.RequestId, Method, options);
        return change with
        {
            SourceFile = options.SourceFile.Length == 0 ? null : TextRules.Require(options.SourceFile, "options.source_file"),
            RequestDigest = change.RequestId is null ? default : Digest(upload),
        };
    }

    private static byte[] Digest(GlossaryUpload upload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Method));
        hash.AppendData(upload.Options.ToByteArray());
        foreach (var (name, content) in upload.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(content));
        }

        return hash.GetHashAndReset();
    }

    private static IEnumerable<ConceptDifference> Between(ITranslationStore store, long revision, bool written) => !written ? [] : store
        .ReadConceptChanges(Tenants.Default, revision - 1, revision)
        .Select(change => new ConceptDifference(
            change.ConceptId, store.FindConcept(Tenants.Default, change.ConceptId, revision - 1), change.Concept));

    private static Wire.ImportGlossaryResponse Answer(
        int concepts, IEnumerable<ConceptDifference> changes, long revision, DiagnosticSink diagnostics, bool dryRun) => new()
        {
            ConceptCount = concepts,
            Changes = { changes.Select(change => change.ToWire()) },
            Revision = revision,
            Diagnostics = { diagnostics.Items.Select(ToWire) },
            DryRun = dryRun,
        };

    private static DomainException Malformed(DiagnosticSink diagnostics)
    {
        var errors = diagnostics.Items.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var more = diagnostics.ErrorCount == 1 ? "" : $" ({diagnostics.ErrorCount} errors in all)";
        return new DomainException(ErrorCode.FileMalformed, $"{errors[0]}{more} Nothing was imported; a dry run lists everything.") { Details = errors };
    }

    private static Wire.FileDiagnostic ToWire(Diagnostic diagnostic) => new()
    {
        Code = diagnostic.Code,
        Severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Wire.Finding.Types.Severity.Error,
            DiagnosticSeverity.Warning => Wire.Finding.Types.Severity.Warning,
            _ => Wire.Finding.Types.Severity.Information,
        },
        Message = diagnostic.Message,
        File = diagnostic.File ?? "",
        Line = diagnostic.Line,
        Column = diagnostic.Column,
    };
}
