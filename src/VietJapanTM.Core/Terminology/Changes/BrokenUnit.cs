using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Terminology.Changes;

/// <summary>A unit that a newer glossary objects to where the older one did not.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Source">The text in one language.</param>
/// <param name="Target">The text in another.</param>
/// <param name="Finding">What the newer glossary objects to.</param>
public sealed record BrokenUnit(TranslationUnit Unit, Variant Source, Variant Target, Finding Finding);
