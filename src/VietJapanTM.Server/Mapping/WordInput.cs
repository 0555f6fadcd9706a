using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>Words of closed lists as clients write them.</summary>
internal static class WordInput
{
    /// <summary>Reads a word such as <c>properNoun</c>.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, with the words that there are.</exception>
    public static T Read<T>(string word, string field)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Words.Camel(value), word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        var words = string.Join(", ", Enum.GetValues<T>().Select(Words.Camel));
        throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is '{(word.Length <= 40 ? word : word[..40] + "…")}'. Send one of {words}.", field);
    }

    /// <summary>Reads a word; <paramref name="absent"/> where it is empty.</summary>
    public static T Read<T>(string word, T absent, string field)
        where T : struct, Enum => word.Length == 0 ? absent : Read<T>(word, field);
}
