namespace Moliere.Simulation.Generation.Hard;

/// <summary>One way two partons scatter, with one colour flow.</summary>
/// <param name="First">Parton from the beam along +z.</param>
/// <param name="Second">Parton from the beam along -z.</param>
/// <param name="Third">Outgoing particle that the momentum transfer t belongs to.</param>
/// <param name="Fourth">The other outgoing particle.</param>
/// <param name="Flow">How the colours run.</param>
/// <param name="Weight">Squared matrix element with this flow times both parton densities.</param>
/// <param name="Polarisation">Helicity of the third particle where it is a lepton.</param>
internal readonly record struct Channel(
    int First, int Second, int Third, int Fourth, ColourFlow Flow, double Weight, double Polarisation = 0);
