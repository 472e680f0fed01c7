namespace Moliere.Simulation.Generation.Showers;

/// <summary>A branching of one dipole end.</summary>
/// <param name="Scale2">Evolution variable pT² [GeV²]; 0 when nothing happens above the cutoff.</param>
/// <param name="Z">
/// Sharing in (0, 1): the cosine of the decay angle of the radiator after massless products, (2z - 1)/beta.
/// </param>
/// <param name="Virtuality">Mass squared of the branching parton above its shell, pT²/(z(1 - z)) [GeV²].</param>
/// <param name="Flavour">21 for an emitted gluon, 1 to 5 for a gluon that becomes a quark pair.</param>
internal readonly record struct Branching(double Scale2, double Z, double Virtuality, int Flavour);
