using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>The closed list of values of a data category, in both directions.</summary>
/// <typeparam name="T">The model's enumeration.</typeparam>
/// <param name="category">The category's name.</param>
/// <param name="entries">Each value with its word; a value's first word is the one that is written.</param>
/// <param name="foreign">Words that other dialects and versions use; read, never written.</param>
internal sealed class Picklist<T>(string category, (T Value, string Word)[] entries, (T Value, string Word)[]? foreign = null)
    where T : struct, Enum
{
    /// <summary>The category's name.</summary>
    public string Category => category;

    /// <summary>The words, for messages.</summary>
    public string Words => string.Join(", ", entries.Select(entry => entry.Word));

    /// <summary>The word of a value, or null for one that is written by absence.</summary>
    public string? Word(T value)
    {
        foreach (var entry in entries)
        {
            if (EqualityComparer<T>.Default.Equals(entry.Value, value))
            {
                return entry.Word;
            }
        }

        return null;
    }

    /// <summary>Finds the value of a word of TBX-Basic; false for any other.</summary>
    public bool TryFind(string word, out T value) => TryFind(entries, word, out value);

    /// <summary>Finds the value of a word of another dialect.</summary>
    public bool TryFindForeign(string word, out T value) => TryFind(foreign ?? [], word, out value);

    private static bool TryFind((T Value, string Word)[] list, string word, out T value)
    {
        foreach (var entry in list)
        {
            if (string.Equals(entry.Word, word, StringComparison.Ordinal))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}

/// <summary>The picklists of TBX-Basic, and the one of this project's module.</summary>
internal static class Picklists
{
    /// <summary>Min module. Losing a foreign 'deprecated' would turn a forbidden term into an allowed one.</summary>
    public static readonly Picklist<AdministrativeStatus> Status = new(
        "administrativeStatus",
        [
            (AdministrativeStatus.Preferred, "preferredTerm-admn-sts"),
            (AdministrativeStatus.Admitted, "admittedTerm-admn-sts"),
            (AdministrativeStatus.Deprecated, "deprecatedTerm-admn-sts"),
            (AdministrativeStatus.Superseded, "supersededTerm-admn-sts"),
        ],
        [
            (AdministrativeStatus.Preferred, "preferred"),
            (AdministrativeStatus.Preferred, "preferredTerm"),
            (AdministrativeStatus.Admitted, "admitted"),
            (AdministrativeStatus.Admitted, "admittedTerm"),
            (AdministrativeStatus.Deprecated, "deprecated"),
            (AdministrativeStatus.Deprecated, "deprecatedTerm"),
            (AdministrativeStatus.Superseded, "superseded"),
            (AdministrativeStatus.Superseded, "supersededTerm"),
        ]);

    /// <summary>Min module; <c>properNoun</c> is a word of TBX-Basic v2.</summary>
    public static readonly Picklist<PartOfSpeech> PartOfSpeech = new(
        "partOfSpeech",
        [
            (Model.PartOfSpeech.Noun, "noun"),
            (Model.PartOfSpeech.Verb, "verb"),
            (Model.PartOfSpeech.Adjective, "adjective"),
            (Model.PartOfSpeech.Adverb, "adverb"),
            (Model.PartOfSpeech.Other, "other"),
        ],
        [(Model.PartOfSpeech.ProperNoun, "properNoun")]);

    /// <summary>Basic module.</summary>
    public static readonly Picklist<TermType> TermType = new(
        "termType",
        [
            (Model.TermType.FullForm, "fullForm"),
            (Model.TermType.Acronym, "acronym"),
            (Model.TermType.Abbreviation, "abbreviation"),
            (Model.TermType.ShortForm, "shortForm"),
            (Model.TermType.Variant, "variant"),
            (Model.TermType.Phrase, "phrase"),
        ]);

    /// <summary>Basic module; no gender is written by absence.</summary>
    public static readonly Picklist<GrammaticalGender> Gender = new(
        "grammaticalGender",
        [
            (GrammaticalGender.Masculine, "masculine"),
            (GrammaticalGender.Feminine, "feminine"),
            (GrammaticalGender.Neuter, "neuter"),
            (GrammaticalGender.Other, "other"),
        ]);

    /// <summary>This project's module; approved is written by absence. The foreign words are those of TBX's processStatus.</summary>
    public static readonly Picklist<ApprovalState> Approval = new(
        "approval",
        [
            (ApprovalState.Proposed, "proposed"),
            (ApprovalState.Rejected, "rejected"),
            (ApprovalState.Retired, "retired"),
            (ApprovalState.Approved, "approved"),
        ],
        [
            (ApprovalState.Proposed, "unprocessed"),
            (ApprovalState.Proposed, "provisionallyProcessed"),
            (ApprovalState.Approved, "finalized"),
        ]);

    /// <summary>Basic module.</summary>
    public static readonly Picklist<TransactionType> TransactionType = new(
        "transactionType",
        [
            (Model.TransactionType.Origination, "origination"),
            (Model.TransactionType.Modification, "modification"),
        ]);

    /// <summary>This project's module; no number is written by absence.</summary>
    public static readonly Picklist<GrammaticalNumber> Number = new(
        "grammaticalNumber",
        [
            (GrammaticalNumber.Singular, "singular"),
            (GrammaticalNumber.Plural, "plural"),
            (GrammaticalNumber.Mass, "mass"),
        ]);
}
