namespace VietJapanTM.Storage.Identity;

/// <summary>
/// The id of a unit: <c>u</c> and ten digits of Crockford's base 32 (0–9, a–z without i, l, o, u) that write the tenant's counter. Ids sort
/// ordinally in the order in which units were made, whatever the clock did, and are never given twice. 2^50 units a tenant.
/// </summary>
internal static class UnitNumber
{
    private const int Digits = 10;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The id of a number from 1 to 2^50 − 1.</summary>
    public static string ToId(long number) => string.Create(Digits + 1, number, static (id, rest) =>
    {
        id[0] = 'u';
        for (var i = Digits; i > 0; i--)
        {
            id[i] = Alphabet[(int)(rest & 31)];
            rest >>= 5;
        }
    });

    /// <summary>The number of an id, or null where the text is not an id in its one canonical form.</summary>
    public static long? Parse(string id)
    {
        if (id.Length != Digits + 1 || id[0] != 'u')
        {
            return null;
        }

        var number = 0L;
        foreach (var digit in id.AsSpan(1))
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            number = (number << 5) | (uint)value;
        }

        return number;
    }
}
