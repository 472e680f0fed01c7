using Moliere.Data.Objects;
using Moliere.Formats.Events;
using Moliere.Formats.Lhe;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Cli.Studies;

/// <summary>Files of events of any format; hard events of the Les Houches kind are showered on the way.</summary>
internal static class EventFiles
{
    /// <summary>The events of a file in order, with particles that reach the detector.</summary>
    /// <param name="path">Any format of generated or hard events.</param>
    /// <param name="seed">Seed of the shower of hard events.</param>
    /// <exception cref="RefusalException">The beams of hard events are of a kind that is not showered.</exception>
    public static IEnumerable<GeneratedEvent> Open(string path, ulong seed) =>
        Read(path, new ProcessOptions(), seed).Select(generate => generate());

    /// <summary>What makes each event of a file, so that the shower of hard events is left to the workers.</summary>
    /// <param name="path">Any format of generated or hard events.</param>
    /// <param name="completion">
    /// Radiation, underlying event and vertex of hard events; the collision energy is that of the file.
    /// </param>
    /// <param name="seed">Seed of the shower of hard events.</param>
    /// <exception cref="RefusalException">The beams of hard events are of a kind that is not showered.</exception>
    public static IEnumerable<Func<GeneratedEvent>> Read(string path, ProcessOptions completion, ulong seed) =>
        EventReader.KindOf(path) == EventFileKind.LesHouches
            ? Shower(path, completion, seed)
            : EventReader.Open(path).Select(generated => (Func<GeneratedEvent>)(() => generated));

    private static IEnumerable<Func<GeneratedEvent>> Shower(string path, ProcessOptions completion, ulong seed)
    {
        LheRun run = LheReader.ReadRun(path);
        (double first, double second) = run.BeamEnergies;
        if (Math.Abs(first - second) > 1e-6 * first)
        {
            throw new RefusalException(
                ExitCode.BadData, $"{path}: beams of {first} and {second} GeV; expected equal energies.");
        }

        var shower = new HardEventShower(completion with { CollisionEnergy = first + second }, seed);
        foreach (LheEvent hard in LheReader.Read(path))
        {
            yield return () => Complete(path, shower, HardEventTranslation.Translate(hard, run), hard.Number);
        }
    }

    private static GeneratedEvent Complete(string path, HardEventShower shower, HardEvent hard, long number)
    {
        try
        {
            return shower.Complete(hard, number);
        }
        catch (ArgumentException error)
        {
            // The runtime adds the parameter's name, which means nothing here.
            throw new RefusalException(
                ExitCode.BadData, $"{path}: event {number}: {error.Message.Split(" (Parameter")[0]}");
        }
    }
}
