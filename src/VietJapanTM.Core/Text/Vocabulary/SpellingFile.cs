namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// The file of a spelling automaton. Content: count of letters, the letters; count of states; for each state its class and its
/// count of edges; then the letter number of every edge; then of every edge the distance from its state to its target, whose
/// number is always greater. Letters are numbered in ascending order.
/// </summary>
internal static class SpellingFile
{
    private const ushort Version = 1;

    private static ReadOnlySpan<byte> Magic => "VJSP"u8;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Not a spelling file of this version, or damaged.</exception>
    public static SpellingAutomaton Read(ReadOnlySpan<byte> file)
    {
        var reader = new ContentReader(DataContainer.Read(file, Magic, Version));
        var letters = Array.ConvertAll(reader.Numbers(reader.Number()), n => (char)n);
        var states = reader.Number();
        var classes = new SpellingClass[states];
        var rows = new int[states + 1];
        for (var state = 0; state < states; state++)
        {
            classes[state] = (SpellingClass)reader.Byte();
            rows[state + 1] = rows[state] + reader.Number();
        }

        var labels = new char[rows[states]];
        for (var edge = 0; edge < labels.Length; edge++)
        {
            labels[edge] = letters[reader.Byte()];
        }

        var targets = new int[rows[states]];
        for (var state = 0; state < states; state++)
        {
            for (var edge = rows[state]; edge < rows[state + 1]; edge++)
            {
                targets[edge] = state + reader.Number();
            }
        }

        return new SpellingAutomaton(rows, labels, targets, classes);
    }

    /// <summary>Writes a file; the arguments are those of <see cref="SpellingAutomaton"/>.</summary>
    public static byte[] Write(int[] rows, char[] labels, int[] targets, SpellingClass[] classes)
    {
        var letters = labels.Distinct().Order().ToArray();
        var writer = new ContentWriter();
        writer.Number(letters.Length);
        writer.Numbers(letters.Select(c => (int)c));
        writer.Number(classes.Length);
        for (var state = 0; state < classes.Length; state++)
        {
            writer.Byte((byte)classes[state]);
            writer.Number(rows[state + 1] - rows[state]);
        }

        foreach (var label in labels)
        {
            writer.Byte((byte)Array.BinarySearch(letters, label));
        }

        for (var state = 0; state < classes.Length; state++)
        {
            for (var edge = rows[state]; edge < rows[state + 1]; edge++)
            {
                writer.Number(targets[edge] - state);
            }
        }

        return DataContainer.Write(writer.ToArray(), Magic, Version);
    }
}
