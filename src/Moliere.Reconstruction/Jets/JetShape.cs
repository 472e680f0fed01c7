using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>How the momentum of a jet is shared by its particles, and by which kinds.</summary>
/// <source>
/// Gallicchio and Schwartz, Phys. Rev. Lett. 107 (2011) 172001, for girth and multiplicities; CMS, CMS-PAS-JME-13-002,
/// for p_TD.
/// </source>
public readonly record struct JetShape
{
    /// <summary>Constituents above the threshold.</summary>
    public int Count { get; init; }

    /// <summary>Charged constituents above the threshold.</summary>
    public int ChargedCount { get; init; }

    /// <summary>Mean distance of constituents from the axis in rapidity and azimuth, weighted with pT.</summary>
    public double Girth { get; init; }

    /// <summary>sqrt(sum pT²) / sum pT of the constituents, in (0, 1]: 1 when one of them has all.</summary>
    public double PtD { get; init; }

    /// <summary>Mass of the jet over its transverse momentum [1].</summary>
    public double MassOverPt { get; init; }

    /// <summary>Share of the leading constituent in the sum of transverse momenta.</summary>
    public double LeadingFraction { get; init; }

    /// <summary>Share of charged constituents in the sum of transverse momenta.</summary>
    public double ChargedFraction { get; init; }

    /// <summary>Share of photons in the sum of transverse momenta.</summary>
    public double PhotonFraction { get; init; }

    /// <summary>Share of neutral hadrons in the sum of transverse momenta.</summary>
    public double NeutralFraction { get; init; }

    /// <summary>The shape of one jet of particles.</summary>
    /// <param name="jet">Its constituents index <paramref name="particles"/>; at least one.</param>
    /// <param name="particles">The inputs of the jet finder.</param>
    /// <param name="ptMin">Threshold of the two counts [GeV]; all other figures use every constituent.</param>
    public static JetShape Of(Jet jet, IReadOnlyList<Particle> particles, double ptMin)
    {
        double axis = jet.Momentum.Rapidity, phi = jet.Momentum.Phi;
        double sum = 0, squares = 0, distance = 0, leading = 0, charged = 0, photons = 0, neutral = 0;
        int count = 0, chargedCount = 0;
        foreach (Particle particle in jet.Constituents.Select(index => particles[index]))
        {
            double pt = particle.Momentum.Pt;
            bool isCharged = PdgId.Charge(particle.PdgId) != 0, isPhoton = particle.PdgId == PdgId.Photon;
            (sum, squares, leading) = (sum + pt, squares + (pt * pt), Math.Max(leading, pt));
            distance += pt * EtaPhi.DeltaR(particle.Momentum.Rapidity, particle.Momentum.Phi, axis, phi);
            charged += isCharged ? pt : 0;
            photons += isPhoton ? pt : 0;
            neutral += isCharged || isPhoton ? 0 : pt;
            count += pt > ptMin ? 1 : 0;
            chargedCount += pt > ptMin && isCharged ? 1 : 0;
        }

        return new()
        {
            Count = count,
            ChargedCount = chargedCount,
            Girth = distance / sum,
            PtD = Math.Sqrt(squares) / sum,
            MassOverPt = jet.Momentum.Mass / jet.Momentum.Pt,
            LeadingFraction = leading / sum,
            ChargedFraction = charged / sum,
            PhotonFraction = photons / sum,
            NeutralFraction = neutral / sum,
        };
    }
}
