using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Chooses the channel of a decay and the masses of its products.</summary>
/// <source>
/// Particle Data Group, Review of Particle Physics: branching fractions; masses as in <see cref="BreitWigner"/>.
/// </source>
internal static class DecayProducts
{
    private const double Margin = 1e-6; // kinetic energy below which a channel counts as closed [GeV]

    private const int MaxWeakHadrons = 5; // behind a pair of leptons; more are never seen and would cost many draws

    /// <summary>Draws channels until the masses of one fit.</summary>
    /// <param name="parent">The particle.</param>
    /// <param name="mass">Its mass [GeV], above its threshold.</param>
    /// <param name="ids">Receives the particle numbers; of the particle, not conjugated for an antiparticle.</param>
    /// <param name="masses">Receives the masses [GeV].</param>
    /// <param name="rng">Stream.</param>
    /// <returns>Number of products, and how their momenta are distributed.</returns>
    public static (int Count, DecayModel Model) Draw(
        DecayEntry parent, double mass, Span<int> ids, Span<double> masses, ref Rng rng)
    {
        while (true)
        {
            DecayChannel channel = Choose(parent.Channels, ref rng);
            int count = channel.Known;
            channel.Products.AsSpan(0, count).CopyTo(ids);
            if (count < channel.Products.Length)
            {
                bool isWeak = channel.Model == DecayModel.Weak;
                Span<int> room = isWeak ? ids[..(count + MaxWeakHadrons)] : ids;
                double share = isWeak ? 1.0 / 3 : 1; // the leptons take two shares of three
                count = QuarkHadrons.Add(channel.Products.AsSpan(count), mass, share, room, count, ref rng);
            }

            bool isRename = channel.Products.Length == 1;
            if (isRename || (count > 1 && TryDrawMasses(ids[..count], mass, masses, ref rng)))
            {
                return (count, channel.Model);
            }
        }
    }

    // Each broad product may take what the others can do without.
    private static bool TryDrawMasses(ReadOnlySpan<int> ids, double mass, Span<double> masses, ref Rng rng)
    {
        double free = mass - Margin;
        foreach (int id in ids)
        {
            free -= HadronData.MinimalMass(id);
        }

        for (int i = 0; i < ids.Length && free > 0; i++)
        {
            double least = HadronData.MinimalMass(ids[i]);
            masses[i] = HadronData.DrawMass(ids[i], least + free, ref rng);
            free -= masses[i] - least;
        }

        return free > 0;
    }

    private static DecayChannel Choose(IReadOnlyList<DecayChannel> channels, ref Rng rng)
    {
        int i = 0, last = channels.Count - 1;
        for (double u = last > 0 ? rng.NextDouble() : 0; i < last && u > channels[i].Fraction; i++)
        {
            u -= channels[i].Fraction;
        }

        return channels[i];
    }
}
