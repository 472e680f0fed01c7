namespace Moliere.Validation.Report;

/// <summary>One acceptance check.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Wanted">Window of acceptance.</param>
/// <param name="Found">What was measured, with its error.</param>
/// <param name="Passed">Whether it lies in the window.</param>
public sealed record ReportCheck(string Claim, string Wanted, string Found, bool Passed);
