namespace Moliere.Simulation.Detector.Description;

/// <summary>A detector description that cannot be used: the place, what was found and what was expected.</summary>
/// <param name="place">File, line and column of the offending text.</param>
/// <param name="problem">One sentence without the place.</param>
public sealed class DetectorFileException(string place, string problem) : Exception($"{place}: {problem}");
