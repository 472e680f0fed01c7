namespace Moliere.Simulation.Tracking;

/// <summary>Which parametrisation of the width of 1/pT the tracker has.</summary>
/// <source>Physics notes 5.1 (Delphes ATLAS card); arXiv:0901.0512, chapter on tracking, track parameters.</source>
public enum MomentumResolution
{
    /// <summary>That of the fast simulation: 6, 10 and 25 % at low momenta, in three steps of |eta|.</summary>
    DelphesCard,

    /// <summary>Of the full detector, as expected: 1.5 % at low momenta in the barrel, 3.3 % beyond.</summary>
    Expected,
}
