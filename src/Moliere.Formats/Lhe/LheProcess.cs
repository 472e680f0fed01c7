namespace Moliere.Formats.Lhe;

/// <summary>One process of a run.</summary>
/// <param name="Id">Number by which events name it.</param>
/// <param name="CrossSection">Cross section [pb].</param>
/// <param name="Error">Statistical error of the cross section [pb].</param>
/// <param name="MaxWeight">Largest weight of an event.</param>
public readonly record struct LheProcess(int Id, double CrossSection, double Error, double MaxWeight);
