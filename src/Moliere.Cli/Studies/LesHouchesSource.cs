using Moliere.Cli.Recipes;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;
using Moliere.Formats.Lhe;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Hard;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies;

/// <summary>
/// Les Houches hard events as events of a production: each is showered and hadronised by the worker it goes to.
/// </summary>
internal static class LesHouchesSource
{
    private const int Incoming = -1, Outgoing = 1, Resonance = 2; // Status codes of the accord.
    private const int Unweighted = 3; // The strategy in which only the sign of a weight counts.
    private const double NoSpin = 9;

    /// <summary>The hard events of a file from a number on.</summary>
    /// <param name="path">Les Houches event file.</param>
    /// <param name="process">Radiation, underlying event and vertex; the energies are those of the file.</param>
    /// <param name="seed">Seed of the recipe.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="passes">How often each is simulated.</param>
    public static IEnumerable<SampleItem> From(
        string path, ProcessSection process, ulong seed, long first, int passes)
    {
        LheRun run = LheReader.ReadRun(path);
        double energy = run.BeamEnergies.First + run.BeamEnergies.Second;
        var shower = new HardEventShower(process.ToOptions() with { CollisionEnergy = energy }, seed);
        long item = 0;
        foreach (LheEvent read in LheReader.Read(path))
        {
            for (int pass = 0; pass < passes; pass++)
            {
                if (item++ >= first)
                {
                    yield return new(() => Complete(path, run, read, shower), pass);
                }
            }
        }
    }

    /// <summary>A hard event in the words of the shower.</summary>
    /// <param name="run">The init block.</param>
    /// <param name="read">As the file has it.</param>
    internal static HardEvent Translate(LheRun run, LheEvent read)
    {
        int[] kept =
        [
            .. Indices(read, Incoming).OrderByDescending(i => read.Particles[i].Momentum.Pz),
            .. Enumerable.Range(0, read.Particles.Count).Where(i => read.Particles[i].Status is Outgoing or Resonance),
        ];
        return new()
        {
            Particles = [.. kept.Select(i => Translate(read, kept, i))],
            Scale = read.Scale > 0 ? read.Scale : HardestOf(read),
            Weight = Math.Abs(run.WeightStrategy) == Unweighted ? Math.Sign(read.Weight) : read.Weight,
        };
    }

    private static GeneratedEvent Complete(string path, LheRun run, LheEvent read, HardEventShower shower)
    {
        try
        {
            return shower.Complete(Translate(run, read), read.Number);
        }
        catch (ArgumentException error)
        {
            throw new InvalidFileException(
                new(path) { Inside = $"event {read.Number}" }, "a hard event that cannot be showered",
                "two incoming partons and momenta that the beams can give",
                error.Message.Split(" (Parameter")[0].TrimEnd('.'), error);
        }
    }

    private static HardParticle Translate(LheEvent read, int[] kept, int index)
    {
        LheParticle line = read.Particles[index];
        HardRole role = line.Status == Incoming ? HardRole.Incoming
            : line.Status == Resonance ? HardRole.Resonance : HardRole.Outgoing;
        bool isOfResonance = line.FirstMother >= 0 && read.Particles[line.FirstMother].Status == Resonance;
        return new(
            line.PdgId, role, line.Momentum, line.Mass, line.Colour, line.Anticolour,
            isOfResonance ? Array.IndexOf(kept, line.FirstMother) : -1, line.Lifetime,
            Math.Abs(line.Spin) <= 1 && line.Spin != NoSpin ? line.Spin : 0);
    }

    // Where the file names no scale: radiation is softer than what scattered.
    private static double HardestOf(LheEvent read) =>
        Math.Max(1, Indices(read, Outgoing).Select(i => read.Particles[i].Momentum.Pt).DefaultIfEmpty().Max());

    private static IEnumerable<int> Indices(LheEvent read, int status) =>
        Enumerable.Range(0, read.Particles.Count).Where(i => read.Particles[i].Status == status);
}
