using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// Generated events of all samples of the search. Thread-safe; an event depends on options, seed, sample and number
/// only, and no two samples share one.
/// </summary>
/// <source>arXiv:2203.01009, sections 4 and 5; physics notes on tagging, section 9.</source>
public sealed class DisplacedGenerator
{
    private const long EventsPerSample = 1_000_000_000;

    private readonly Func<long, GeneratedEvent>[] _signals;
    private readonly Func<long, GeneratedEvent> _dijets, _companions;
    private readonly BeamMuonGenerator _muons, _lateMuons;
    private readonly double _companionShare, _lateShare;
    private readonly ulong _seed;

    /// <summary>Prepares all generators.</summary>
    /// <param name="options">Ranges and signals.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">There is no signal, one cannot decay so, or a range is empty.</exception>
    public DisplacedGenerator(DisplacedGeneratorOptions options, ulong seed)
    {
        if (options.Points.Count == 0)
        {
            throw new ArgumentException("No signal is given, expected at least one point of masses.", nameof(options));
        }

        _signals = [.. options.Points.Select(point => EventGenerators.Create(
            new()
            {
                Process = Process.Displaced,
                ResonanceMass = point.ResonanceMass,
                ScalarMass = point.ScalarMass,
                ScalarLength = point.Length,
                ScalarDecay = options.ScalarDecay,
                ScalarsInCalorimeter = options.DecaysInCalorimeter,
            },
            seed))];
        var dijets = new ProcessOptions { PtMin = options.PtMin, PtMax = options.PtMax, EtaMax = options.EtaMax };
        _dijets = EventGenerators.Create(dijets, seed);
        _companions = EventGenerators.Create(dijets with { PtMax = options.CompanionPtMax }, seed);
        (_muons, _lateMuons) = (new(options.BeamMuons, seed), new(options.LateMuons, seed));
        (_companionShare, _lateShare, _seed) = (options.CompanionShare, options.LateShare, seed);
    }

    /// <summary>An event of a sample; its own number is unique among all samples.</summary>
    /// <param name="sample">Any.</param>
    /// <param name="number">Number within the sample, from 0 to below a thousand million.</param>
    public GeneratedEvent Generate(DisplacedSample sample, long number)
    {
        long own = NumberOf(sample, number);
        return sample switch
        {
            DisplacedSample.Signal => _signals[(int)(number % _signals.Length)](own),
            DisplacedSample.BeamInduced when !HasCompanion(own) => new() { Number = own, Particles = [] },
            DisplacedSample.BeamInduced => _companions(own),
            _ => _dijets(own),
        };
    }

    /// <summary>Unique number of an event or a crossing of a sample.</summary>
    /// <param name="sample">Any.</param>
    /// <param name="number">Number within the sample.</param>
    internal static long NumberOf(DisplacedSample sample, long number) => ((long)sample * EventsPerSample) + number;

    /// <summary>The muon that crosses an event of beam-induced background.</summary>
    /// <param name="generated">The event.</param>
    internal BeamMuon MuonOf(GeneratedEvent generated) =>
        (Draws("late beam-induced muon", generated.Number, _lateShare) ? _lateMuons : _muons).Draw(generated.Number);

    private bool HasCompanion(long number) => Draws("beam-induced companion", number, _companionShare);

    private bool Draws(string what, long number, double share) =>
        new Rng(_seed, what, (ulong)number).NextDouble() < share;
}
