namespace Moliere.Simulation.Generation;

/// <summary>One way a particle decays: into one (a change of name), two or three others.</summary>
/// <param name="Fraction">Branching fraction in (0, 1].</param>
/// <param name="First">Particle number of the first product.</param>
/// <param name="Second">Second product; 0 when there is only one.</param>
/// <param name="Third">Third product; 0 when there are only two.</param>
internal readonly record struct DecayChannel(double Fraction, int First, int Second = 0, int Third = 0);
