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
    public static IbmTable Train(
        int givenWords, int toldWords, IReadOnlyList<(int[] Given, int[] Told)> pairs, int iterations, double smoothing)
    {
        var (starts, sentences) = Occurrences(givenWords, pairs);
        var (offsets, told) = CoOccurrences(givenWords, toldWords, pairs, starts, sentences);
        var probabilities = new float[told.Length];
        Array.Fill(probabilities, 1f / Math.Max(1, toldWords));
        var tokenStarts = new int[pairs.Count + 1];
        for (var k = 0; k < pairs.Count; k++)
        {
            tokenStarts[k + 1] = tokenStarts[k] + pairs[k].Told.Length;
        }

        var totals = new double[tokenStarts[^1]];
        var row = new double[toldWords];
        var counts = new double[toldWords];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Array.Clear(totals);
            for (var given = 0; given < givenWords; given++)
            {
                Spread(offsets, told, probabilities, given, row);
                foreach (var sentence in sentences.AsSpan(starts[given], starts[given + 1] - starts[given]))
                {
                    var tokens = pairs[sentence].Told;
                    var sums = totals.AsSpan(tokenStarts[sentence], tokens.Length);
                    for (var t = 0; t < tokens.Length; t++)
                    {
                        sums[t] += row[tokens[t]];
                    }
                }
            }

            for (var given = 0; given < givenWords; given++)
            {
                Spread(offsets, told, probabilities, given, row);
                foreach (var sentence in sentences.AsSpan(starts[given], starts[given + 1] - starts[given]))
                {
                    var tokens = pairs[sentence].Told;
                    var sums = totals.AsSpan(tokenStarts[sentence], tokens.Length);
                    for (var t = 0; t < tokens.Length; t++)
                    {
                        counts[tokens[t]] += row[tokens[t]] / sums[t];
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

    /// <summary>The sentences of each given word, one entry an occurrence; the null word stands once in each.</summary>
    private static (int[] Starts, int[] Sentences) Occurrences(int givenWords, IReadOnlyList<(int[] Given, int[] Told)> pairs)
    {
        var starts = new int[givenWords + 1];
        foreach (var (given, _) in pairs)
        {
            starts[1]++;
            foreach (var word in given)
            {
                starts[word + 1]++;
            }
        }

        for (var word = 0; word < givenWords; word++)
        {
            starts[word + 1] += starts[word];
        }

        var sentences = new int[starts[^1]];
        var next = starts.AsSpan(0, givenWords).ToArray();
        for (var k = 0; k < pairs.Count; k++)
        {
            sentences[next[0]++] = k;
            foreach (var word in pairs[k].Given)
            {
                sentences[next[word]++] = k;
            }
        }

        return (starts, sentences);
    }

    private static (int[] Offsets, int[] Told) CoOccurrences(
        int givenWords, int toldWords, IReadOnlyList<(int[] Given, int[] Told)> pairs, int[] starts, int[] sentences)
    {
        var offsets = new int[givenWords + 1];
        var told = new List<int>();
        var seen = new int[toldWords];
        for (var given = 0; given < givenWords; given++)
        {
            foreach (var sentence in sentences.AsSpan(starts[given], starts[given + 1] - starts[given]))
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
