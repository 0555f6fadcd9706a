using VietJapanTM.Alignment;
using VietJapanTM.Server.Workspace;

namespace VietJapanTM.Cli.Alignment;

/// <summary>The terms of a folder of TBX files as evidence for the aligner.</summary>
internal static class GlossaryEvidence
{
    public static AlignmentEvidence Read(string folder) => AlignmentEvidence.FromConcepts(GlossaryFiles.Read(folder));
}
