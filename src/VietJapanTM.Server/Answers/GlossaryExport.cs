using Google.Protobuf;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Writes the glossary of a store as files, for the service and for commands that open a store themselves.</summary>
internal static class GlossaryExport
{
    /// <summary>
    /// The files, concepts in order of id, and the revision that they are true for. One file, unless terms of different concepts bear one
    /// identifier, which a file cannot hold twice.
    /// </summary>
    /// <exception cref="Errors.DomainException">RevisionOutOfRange.</exception>
    public static (IReadOnlyList<Wire.GlossaryFileChunk> Files, long Revision) ToFiles(TranslationWorkspace workspace, Wire.ExportGlossaryRequest request)
    {
        var revision = RevisionPage.Resolve(request.Revision, workspace.Store.GetRevision(Tenants.Default), "revision");
        var files = new List<(HashSet<string> Ids, List<Concept> Concepts)> { ([], []) };
        foreach (var concept in workspace.Store.ListConcepts(Tenants.Default, asOf: revision))
        {
            var ids = concept.Languages.SelectMany(section => section.Terms).Select(term => term.Id).OfType<string>().Append(concept.Id).ToList();
            var file = files.Find(candidate => !candidate.Ids.Overlaps(ids));
            if (file.Ids is null)
            {
                files.Add(file = ([], []));
            }

            file.Ids.UnionWith(ids);
            file.Concepts.Add(concept);
        }

        return ([.. files.Select((file, i) => ToFile(file.Concepts, i))], revision);
    }

    private static Wire.GlossaryFileChunk ToFile(List<Concept> concepts, int index)
    {
        var file = new TbxFile
        {
            Title = "Glossary",
            SourceDescription = "Exported by VietJapanTM.",
            Language = LanguageTag.English,
            Concepts = [.. concepts],
        };
        return new Wire.GlossaryFileChunk
        {
            File = index == 0 ? "glossary.tbx" : $"glossary-{Page.Of(index + 1)}.tbx",
            Content = UnsafeByteOperations.UnsafeWrap(TbxWriter.ToBytes(file)),
        };
    }
}
