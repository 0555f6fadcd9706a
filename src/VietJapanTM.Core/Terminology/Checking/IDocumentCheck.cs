namespace VietJapanTM.Terminology.Checking;

/// <summary>A rule that needs all segments. Stateless and thread-safe; a new one is one more class, named in <see cref="CheckRules"/>.</summary>
internal interface IDocumentCheck
{
    /// <summary>The rule.</summary>
    CheckRule Rule { get; }

    /// <summary>Reports what it finds in <paramref name="segments"/>, with the index of the segment.</summary>
    IEnumerable<(int Segment, Finding Finding)> Run(IReadOnlyList<CheckedTexts> segments);
}
