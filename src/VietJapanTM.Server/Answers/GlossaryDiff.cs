using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Changes;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Compares the glossaries of two revisions and finds the units that the newer one breaks.</summary>
internal static class GlossaryDiff
{
    // Units that are looked through at once, on all cores.
    private const int UnitsAtOnce = 2_048;

    /// <summary>The parts of the answer, lazily; a summary comes last.</summary>
    /// <exception cref="DomainException">RevisionOutOfRange, MemoryNotFound, ArgumentInvalid.</exception>
    public static IEnumerable<Wire.DiffGlossaryResponse> Run(
        TranslationWorkspace workspace, Wire.DiffGlossaryRequest request, CancellationToken cancellationToken)
    {
        var store = workspace.Store;
        var newest = store.GetRevision(Tenants.Default);
        var from = request.FromRevision == 0 ? 0 : RevisionPage.Resolve(request.FromRevision, newest, "from_revision");
        var to = RevisionPage.Resolve(request.ToRevision, newest, "to_revision");
        var memories = request.Memories.Count == 0
            ? [.. store.ListMemories(Tenants.Default).Select(memory => memory.Id)]
            : request.Memories.Select((name, i) => RequireMemory(store, name, $"memories[{i}]")).ToList();
        var impact = new GlossaryImpact(store.ListConcepts(Tenants.Default, asOf: from), store.ListConcepts(Tenants.Default, asOf: to));
        foreach (var change in impact.Changes)
        {
            yield return new Wire.DiffGlossaryResponse { Concept = change.ToWire() };
        }

        var summary = new Wire.DiffGlossarySummary { FromRevision = from, ToRevision = to, ConceptCount = impact.Changes.Length };
        var units = request.ConceptsOnly || impact.Changes.IsEmpty ? [] : memories.SelectMany(memory => store.ReadUnits(Tenants.Default, memory, to));
        foreach (var some in units.Chunk(UnitsAtOnce))
        {
            summary.CheckedUnitCount += some.Length;
            var broken = some.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(impact.Find).Where(found => !found.IsEmpty).ToList();
            summary.BrokenUnitCount += broken.Count;
            foreach (var finding in broken.SelectMany(found => found))
            {
                summary.FindingCount++;
                yield return new Wire.DiffGlossaryResponse { Unit = finding.ToWire() };
            }
        }

        yield return new Wire.DiffGlossaryResponse { Summary = summary };
    }

    private static string RequireMemory(ITranslationStore store, string name, string field)
    {
        var id = ResourceName.ParseMemory(name, field);
        return store.FindMemory(Tenants.Default, id) is not null
            ? id
            : throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{id}'.", field);
    }
}
