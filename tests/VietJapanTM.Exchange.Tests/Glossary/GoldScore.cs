using System.Globalization;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>Precision and recall over gold pairs.</summary>
internal sealed class GoldScore
{
    private int _pairs;
    private int _right;
    private int _found;
    private int _met;
    private int _expected;

    public double Precision => _found == 0 ? 1 : (double)_right / _found;

    public double Recall => _expected == 0 ? 1 : (double)_met / _expected;

    public static GoldScore Of(IEnumerable<GoldPair> pairs, TermRecognizer recognizer, TermChecker checker)
    {
        var score = new GoldScore();
        foreach (var pair in pairs)
        {
            var found = pair.Found(recognizer, checker);
            score.Add(pair.Expected.Count, found.Count, found.Count(f => pair.Expected.Any(f.IsAt)), pair.Expected.Count(e => found.Any(e.IsAt)));
        }

        return score;
    }

    /// <summary>Counts a pair.</summary>
    /// <param name="expected">Faults that it has.</param>
    /// <param name="found">Findings in it.</param>
    /// <param name="right">Findings that are faults.</param>
    /// <param name="met">Faults that were found.</param>
    public void Add(int expected, int found, int right, int met)
    {
        _pairs++;
        _expected += expected;
        _found += found;
        _right += right;
        _met += met;
    }

    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-12}{_pairs,7}{_expected,10}{_found,8}{_right,8}{Precision,11:0.000}{Recall,9:0.000}");

    public static string Header => $"{"",-12}{"pairs",7}{"faults",10}{"found",8}{"right",8}{"precision",11}{"recall",9}";
}
