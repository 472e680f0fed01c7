namespace Moliere.Simulation.Generation.Decays;

/// <summary>One way a particle decays.</summary>
/// <param name="Fraction">Branching fraction in (0, 1].</param>
/// <param name="Model">How the momenta are drawn.</param>
/// <param name="Products">
/// Particle numbers; a single one is a change of name, such as that of a neutral kaon into a mass eigenstate. Quarks
/// and diquarks come last, in an order in which neighbours can form hadrons; <see cref="QuarkHadrons"/> makes them.
/// </param>
internal sealed record DecayChannel(double Fraction, DecayModel Model, int[] Products)
{
    /// <summary>How many of the products are hadrons and leptons; the others are quarks and diquarks.</summary>
    public int Known { get; } = Products.Count(id => !QuarkHadrons.IsQuark(id));
}
