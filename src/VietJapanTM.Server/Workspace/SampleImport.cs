namespace VietJapanTM.Server.Workspace;

/// <summary>What the first start imported.</summary>
/// <param name="Documents">Documents of the shipped corpus.</param>
/// <param name="Units">Units aligned from them.</param>
/// <param name="Concepts">Concepts of the shipped glossary.</param>
public sealed record SampleImport(int Documents, int Units, int Concepts);
