using System.Globalization;
using Moliere.Cli.Studies;
using Moliere.Data.Objects;

namespace Moliere.Cli.Inspection;

/// <summary>Describes a file of generated events.</summary>
internal static class EventInspection
{
    /// <summary>Lines for a file of any known event format; the whole file is read, one event at a time.</summary>
    /// <param name="path">HepMC2 or HepMC3 ASCII or particle text, plain or gzip.</param>
    public static IReadOnlyList<string> Describe(string path)
    {
        ValueRange counts = new(), weights = new(), momenta = new(), rapidities = new();
        int events = 0;
        foreach (GeneratedEvent generated in EventFiles.Open(path, seed: 1))
        {
            events++;
            counts.Add(generated.Particles.Count);
            weights.Add(generated.Weight);
            foreach (Particle particle in generated.Particles)
            {
                momenta.Add(particle.Momentum.Pt);
                rapidities.Add(particle.Momentum.Rapidity);
            }
        }

        string mean = counts.Mean.ToString("0.0", CultureInfo.InvariantCulture);
        return
        [
            $"Generated events: {events}",
            $"Particles per event: {counts}, mean {mean}",
            $"Weight: {weights}",
            $"Transverse momentum [GeV]: {momenta}",
            $"Rapidity: {rapidities}",
        ];
    }
}
