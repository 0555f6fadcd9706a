namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>A piece of a text and what stands there instead.</summary>
/// <param name="Start">Where the piece begins, in UTF-16 units.</param>
/// <param name="End">Where it ends; <paramref name="Start"/> for an insertion.</param>
/// <param name="Inserted">What is put in; empty for a deletion.</param>
/// <param name="Kind">What it mends, a single kind.</param>
/// <param name="Confidence">How likely it is right, 0 to 1.</param>
internal readonly record struct Replacement(int Start, int End, string Inserted, MendKind Kind, double Confidence)
{
    /// <summary>How much longer the text becomes.</summary>
    public int Growth => Inserted.Length - (End - Start);
}
