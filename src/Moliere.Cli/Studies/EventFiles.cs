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
        EventReader.KindOf(path) == EventFileKind.LesHouches ? Shower(path, seed) : EventReader.Open(path);

    private static IEnumerable<GeneratedEvent> Shower(string path, ulong seed)
    {
        LheRun run = LheReader.ReadRun(path);
        if (Math.Abs(run.BeamEnergies.First - run.BeamEnergies.Second) > 1e-6 * run.BeamEnergies.First)
        {
            throw new RefusalException(ExitCode.BadData,
                $"{path}: beams of {run.BeamEnergies.First} and {run.BeamEnergies.Second} GeV, expected equal.");
        }

        var options = new ProcessOptions { CollisionEnergy = run.BeamEnergies.First + run.BeamEnergies.Second };
        var shower = new HardEventShower(options, seed);
        foreach (LheEvent hard in LheReader.Read(path))
        {
            yield return Complete(path, shower, HardEventTranslation.Translate(hard, run), hard.Number);
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
            throw new RefusalException(ExitCode.BadData, $"{path}: event {number}: {error.Message}");
        }
    }
}
