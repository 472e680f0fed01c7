using System.Diagnostics.CodeAnalysis;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>What a hard process must fulfil before it can be completed.</summary>
internal static class HardEventChecks
{
    private const double LargestFraction = 0.99; // of a proton's energy; the remnant needs the rest

    /// <summary>Whether the incoming particles are partons of protons.</summary>
    /// <param name="hard">Hard process.</param>
    public static bool IsHadronic(HardEvent hard) => IsParton(hard.Particles[0]) && IsParton(hard.Particles[1]);

    /// <summary>Refuses what cannot be completed.</summary>
    /// <param name="hard">Hard process.</param>
    /// <param name="collisionEnergy">Energy of both protons together [GeV].</param>
    /// <exception cref="ArgumentException">With the particle that is wrong.</exception>
    public static void Check(HardEvent hard, double collisionEnergy)
    {
        IReadOnlyList<HardParticle> particles = hard.Particles;
        if (particles.Count < 3 || particles[0].Role != HardRole.Incoming || particles[1].Role != HardRole.Incoming
            || particles[0].Momentum.Pz < particles[1].Momentum.Pz)
        {
            Refuse("A hard process begins with two incoming particles, the one along +z first, and has products");
        }

        if (Math.Abs(hard.Beams.First) != Data.PdgId.Proton || Math.Abs(hard.Beams.Second) != Data.PdgId.Proton)
        {
            Refuse($"Beams are {hard.Beams.First} and {hard.Beams.Second}; expected 2212 or -2212 for each");
        }

        for (int i = 2; i < particles.Count; i++)
        {
            HardParticle p = particles[i];
            bool hasMother = p.Mother >= 2 && p.Mother < i && particles[p.Mother].Role == HardRole.Resonance;
            if (p.Role == HardRole.Incoming || !(p.Mother == -1 || hasMother) || !p.Momentum.IsFinite)
            {
                Refuse($"Particle {i} (number {p.PdgId}) of the hard process has role {p.Role}, mother {p.Mother} and"
                    + $" energy {p.Momentum.E} GeV; expected a product with an earlier resonance as mother or -1");
            }

            if (p.Role == HardRole.Outgoing && !IsParton(p) && !IsKnown(p.PdgId))
            {
                Refuse($"Particle {i} of the hard process has number {p.PdgId} and does not decay; expected a parton,"
                    + " lepton, photon, hadron, top quark, W or Z boson: let others decay where the file is made");
            }
        }

        CheckColours(particles);
        for (int i = 0; i < 2 && IsHadronic(hard); i++)
        {
            if (!(particles[i].Momentum.E < 0.5 * LargestFraction * collisionEnergy))
            {
                Refuse($"Incoming parton {i} has {particles[i].Momentum.E} GeV; expected less than the beam energy of"
                    + $" {0.5 * collisionEnergy} GeV");
            }
        }
    }

    // Incoming colour counts as outgoing anticolour, and what a resonance passes on is not counted twice.
    private static void CheckColours(IReadOnlyList<HardParticle> particles)
    {
        var colours = new HashSet<int>();
        var anticolours = new HashSet<int>();
        for (int i = 0; i < particles.Count; i++)
        {
            HardParticle p = particles[i];
            if (p.Role == HardRole.Resonance)
            {
                continue;
            }

            (int colour, int anticolour) = i < 2 ? (p.Anticolour, p.Colour) : (p.Colour, p.Anticolour);
            if ((colour != 0 && !colours.Add(colour)) || (anticolour != 0 && !anticolours.Add(anticolour)))
            {
                Refuse($"Particle {i} (number {p.PdgId}) repeats a colour tag of another one ({p.Colour},"
                    + $" {p.Anticolour}); expected every tag at two ends only");
            }
        }
    }

    private static bool IsKnown(int id) =>
        Math.Abs(id) is (>= 11 and <= 16) or Data.PdgId.Photon || HadronData.IsKnown(id);

    private static bool IsParton(in HardParticle p) => Math.Abs(p.PdgId) is (>= 1 and <= 5) or Data.PdgId.Gluon;

    [DoesNotReturn]
    private static void Refuse(string sentence) => throw new ArgumentException(sentence + ".", "hard");
}
