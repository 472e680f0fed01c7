using System.Diagnostics.CodeAnalysis;

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
        }

        for (int i = 0; i < 2 && IsHadronic(hard); i++)
        {
            if (!(particles[i].Momentum.E < 0.5 * LargestFraction * collisionEnergy))
            {
                Refuse($"Incoming parton {i} has {particles[i].Momentum.E} GeV; expected less than the beam energy of"
                    + $" {0.5 * collisionEnergy} GeV");
            }
        }
    }

    private static bool IsParton(in HardParticle p) => Math.Abs(p.PdgId) is (>= 1 and <= 5) or Data.PdgId.Gluon;

    [DoesNotReturn]
    private static void Refuse(string sentence) => throw new ArgumentException(sentence + ".", "hard");
}
