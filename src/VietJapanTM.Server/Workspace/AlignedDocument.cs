using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Workspace;

/// <summary>A document that has been aligned but not stored.</summary>
/// <param name="Document">The document with its beads.</param>
/// <param name="Units">The units made from it.</param>
/// <param name="Doubts">Texts that read like another language than the one stated.</param>
/// <param name="Mismatches">Pairs of texts that do not look like translations of each other.</param>
public sealed record AlignedDocument(
    Document Document, ImmutableArray<TranslationUnit> Units, ImmutableArray<LanguageDoubt> Doubts, ImmutableArray<TranslationDoubt> Mismatches)
{
    /// <summary>Beginnings and ends of texts that another text lacks.</summary>
    public ImmutableArray<MissingPart> MissingParts { get; init; } = [];

    /// <summary>True where something is strange about the texts themselves.</summary>
    public bool IsMismatched => !Doubts.IsEmpty || !Mismatches.IsEmpty;

    /// <summary>What stores both.</summary>
    /// <param name="createOnly">Fail where the document exists already?</param>
    public IEnumerable<ChangeOperation> ToOperations(bool createOnly = false) =>
        [new ChangeOperation.PutDocument(Document, createOnly), .. Units.Select(u => new ChangeOperation.PutUnit(u))];
}
