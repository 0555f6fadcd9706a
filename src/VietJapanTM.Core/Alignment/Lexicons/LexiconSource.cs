namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The content of a lexicon before it is packed. Rows and words are in ordinal order of the UTF-8 bytes.</summary>
/// <param name="FirstLanguage">Primary subtag, such as <c>es</c>.</param>
/// <param name="SecondLanguage">Likewise.</param>
/// <param name="First">Words of the first language.</param>
/// <param name="Second">Words of the second language.</param>
/// <param name="Rows">The translations of each word of the first language, by ascending <see cref="Translation.Second"/>.</param>
internal sealed record LexiconSource(
    string FirstLanguage,
    string SecondLanguage,
    IReadOnlyList<LexiconEntry> First,
    IReadOnlyList<LexiconEntry> Second,
    IReadOnlyList<IReadOnlyList<Translation>> Rows);
