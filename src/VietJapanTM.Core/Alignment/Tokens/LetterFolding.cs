using System.Globalization;
using System.Text;

namespace VietJapanTM.Alignment.Tokens;

/// <summary>Takes the accents off letters, so that names compare across languages: <c>Perú</c> and <c>Peru</c>, <c>Đà</c> and <c>Da</c>.</summary>
internal static class LetterFolding
{
    private const int First = 0xC0;
    private const int Last = 0x1EFF;
    private static readonly char[] BaseLetters = BuildTable();

    /// <summary>The letter without its accents.</summary>
    public static char Fold(char letter) => letter is >= (char)First and <= (char)Last ? BaseLetters[letter - First] : letter;

    private static char[] BuildTable()
    {
        var table = new char[Last - First + 1];
        for (var code = First; code <= Last; code++)
        {
            var letter = (char)code;
            table[code - First] = letter switch
            {
                'đ' => 'd',
                'Đ' => 'D',
                'ø' => 'o',
                'ł' => 'l',
                _ when char.GetUnicodeCategory(letter) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter =>
                    letter.ToString().Normalize(NormalizationForm.FormD)[0],
                _ => letter,
            };
        }

        return table;
    }
}
