namespace VietJapanTM.Terminology.Checking;

/// <summary>A rule of the check, as people read it.</summary>
/// <param name="Id">Stable identifier such as <c>VJT001</c>.</param>
/// <param name="Title">What it finds, in a few words.</param>
/// <param name="Explanation">Why that is a fault, and when the rule keeps silent.</param>
/// <param name="FailingExample">Segments in which the rule finds something.</param>
/// <param name="MendedExample">The same without the fault.</param>
/// <param name="DefaultSeverity">Its weight unless the options say otherwise.</param>
public sealed record CheckRule(
    string Id,
    string Title,
    string Explanation,
    RuleExample FailingExample,
    RuleExample MendedExample,
    FindingSeverity DefaultSeverity);
