namespace VietJapanTM.Alignment.Lexicons;

/// <summary>The two languages of a lexicon.</summary>
public enum LexiconSide
{
    /// <summary>The language whose rows hold the translations.</summary>
    First,

    /// <summary>The other.</summary>
    Second,
}
