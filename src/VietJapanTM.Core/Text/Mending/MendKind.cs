namespace VietJapanTM.Text.Mending;

/// <summary>What an edit mends. Values combine, to say which kinds are wanted.</summary>
[Flags]
public enum MendKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Two words run together: <c>laactividad</c>, <c>enVietnam</c>.</summary>
    LostSpace = 1,

    /// <summary>No space after a comma, a stop, a closing quote or bracket: <c>comercio,ciencia</c>.</summary>
    LostSpaceAfterPunctuation = 2,

    /// <summary>No space before an opening quote, bracket or mark: <c>dijo“sí”</c>.</summary>
    LostSpaceBeforeOpening = 4,

    /// <summary>No space between a number and a word: <c>500mil</c>, <c>de2023</c>.</summary>
    LostSpaceAtNumber = 8,

    /// <summary>All four kinds of lost space, the kinds that are mended unless others are asked for.</summary>
    LostSpaces = LostSpace | LostSpaceAfterPunctuation | LostSpaceBeforeOpening | LostSpaceAtNumber,
}
