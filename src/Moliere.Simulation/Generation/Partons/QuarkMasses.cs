namespace Moliere.Simulation.Generation.Partons;

/// <summary>Masses of quarks in the two roles in which they appear here.</summary>
internal static class QuarkMasses
{
    private const double Charm = 1.5, Bottom = 4.8; // [GeV] pole masses, rounded: PDG, review "Quark masses"

    /// <summary>Mass on the shell of which a parton moves [GeV]; light quarks and gluons are massless.</summary>
    /// <param name="pdgId">Particle number of a quark or gluon; negative for antiquarks.</param>
    public static double OnShell(int pdgId) => Math.Abs(pdgId) switch
    {
        4 => Charm,
        5 => Bottom,
        _ => 0,
    };

    /// <summary>
    /// Mass of a quark or diquark within a hadron [GeV], which a string needs at least to have at its end; 0 for a
    /// gluon.
    /// </summary>
    /// <param name="pdgId">Particle number of a quark or diquark; negative for antiquarks.</param>
    public static double Constituent(int pdgId)
    {
        int id = Math.Abs(pdgId);
        return id > 1000 ? Constituent(id / 1000) + Constituent(id / 100 % 10) : id switch
        {
            1 or 2 => 0.33, // PDG, review "Quark model": about a third of a nucleon
            3 => 0.50, // ibid., from the lambda hyperon
            _ => OnShell(id),
        };
    }
}
