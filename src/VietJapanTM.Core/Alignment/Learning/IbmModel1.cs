namespace VietJapanTM.Alignment.Learning;

/// <summary>
/// Expectation maximisation of IBM model 1 with a null word. Source: Brown et al., The mathematics of statistical machine
/// translation, Computational Linguistics 19(2), 1993, section 4.1. Deterministic: one thread, fixed order of sums.
/// </summary>
/// <remarks>
/// Each step goes over the given words: a word's row is spread into a dense array, so that the inner loop over the told tokens
/// of its sentences neither hashes nor searches. Time per iteration is the sum of given × told tokens over the sentence pairs;
/// memory is linear in the distinct pairs of words.
/// </remarks>
internal static class IbmModel1
{
    /// <summary>Trains a table.</summary>
    /// <param name="givenWords">Number of given words, the null word (0) included.</param>
    /// <param name="toldWords">Number of told words.</param>
    /// <param name="pairs">Sentence pairs; the null word is not among the given ones.</param>
    /// <param name="iterations">1 or more; 5 is customary.</param>
    /// <param name="smoothing">Added to the denominators, so that a word seen once is sure of nothing.</param>
    /// <param name="tension">See <see cref="WordOrder"/>.</param>
    public static IbmTable Train(
        int givenWords,
        int toldWords,
        IReadOnlyList<(int[] Given, int[] Told)> pairs,
        int iterations,
        double smoothing,
        double tension = 0)
    {
        var occurrences = Occurrences(givenWords, pairs);
        var (offsets, told) = CoOccurrences(givenWords, toldWords, pairs, occurrences);
        var probabilities = new float[told.Length];
        Array.Fill(probabilities, 1f / Math.Max(1, toldWords));
        var order = new WordOrder(pairs, tension);
        var sums = pairs.Select(pair => new double[pair.Told.Length]).ToArray();
        var weights = new double[pairs.Count == 0 ? 0 : pairs.Max(pair => pair.Told.Length)];
        var row = new double[toldWords];
        var counts = new double[toldWords];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Array.ForEach(sums, Array.Clear);
            for (var given = 0; given < givenWords; given++)
            {
                Spread(offsets, told, probabilities, given, row);
                foreach (var (sentence, position) in occurrences[given])
                {
                    var tokens = pairs[sentence].Told;
                    var total = sums[sentence];
                    order.Weigh(sentence, position, weights.AsSpan(0, tokens.Length));
                    for (var t = 0; t < tokens.Length; t++)
                    {
                        total[t] += row[tokens[t]] * weights[t];
                    }
                }
            }

            for (var given = 0; given < givenWords; given++)
            {
                Spread(offsets, told, probabilities, given, row);
                foreach (var (sentence, position) in occurrences[given])
                {
                    var tokens = pairs[sentence].Told;
                    var total = sums[sentence];
                    order.Weigh(sentence, position, weights.AsSpan(0, tokens.Length));
                    for (var t = 0; t < tokens.Length; t++)
                    {
                        counts[tokens[t]] += row[tokens[t]] * weights[t] / total[t];
                    }
                }

                Normalise(offsets, told, probabilities, given, counts, given == 0 ? 0 : smoothing);
            }
        }

        return new IbmTable(offsets, told, probabilities);
    }

    private static void Spread(int[] offsets, int[] told, float[] probabilities, int given, double[] row)
    {
        for (var k = offsets[given]; k < offsets[given + 1]; k++)
        {
            row[told[k]] = probabilities[k];
        }
    }

    private static void Normalise(int[] offsets, int[] told, float[] probabilities, int given, double[] counts, double smoothing)
    {
        var total = smoothing;
        for (var k = offsets[given]; k < offsets[given + 1]; k++)
        {
            total += counts[told[k]];
        }

        for (var k = offsets[given]; k < offsets[given + 1]; k++)
        {
            probabilities[k] = (float)Math.Max(counts[told[k]] / total, float.Epsilon);
            counts[told[k]] = 0;
        }
    }

    /// <summary>The occurrences of each given word: sentence and position; the null word stands once in each, at -1.</summary>
    private static List<(int Sentence, int Position)>[] Occurrences(int givenWords, IReadOnlyList<(int[] Given, int[] Told)> pairs)
    {
        var occurrences = new List<(int, int)>[givenWords];
        for (var word = 0; word < givenWords; word++)
        {
            occurrences[word] = [];
        }

        for (var k = 0; k < pairs.Count; k++)
        {
            occurrences[0].Add((k, -1));
            for (var position = 0; position < pairs[k].Given.Length; position++)
            {
                occurrences[pairs[k].Given[position]].Add((k, position));
            }
        }

        return occurrences;
    }

    private static (int[] Offsets, int[] Told) CoOccurrences(
        int givenWords, int toldWords, IReadOnlyList<(int[] Given, int[] Told)> pairs, List<(int Sentence, int Position)>[] occurrences)
    {
        var offsets = new int[givenWords + 1];
        var told = new List<int>();
        var seen = new int[toldWords];
        for (var given = 0; given < givenWords; given++)
        {
            foreach (var (sentence, _) in occurrences[given])
            {
                foreach (var word in pairs[sentence].Told)
                {
                    if (seen[word] != given + 1)
                    {
                        seen[word] = given + 1;
                        told.Add(word);
                    }
                }
            }

            told.Sort(offsets[given], told.Count - offsets[given], null);
            offsets[given + 1] = told.Count;
        }

        return (offsets, [.. told]);
    }
}
