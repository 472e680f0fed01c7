using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector.PunchThrough;
using Moliere.Simulation.Pileup;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Turns a generated collision into a calorimeter event. One per worker; detector, noise and library are shared.
/// The result depends only on the seed, the event's number and the pass, never on the worker.
/// </summary>
/// <source>Physics notes 5.1 to 5.4.</source>
public sealed class EventSimulator
{
    private readonly CellDeposits _cells;
    private readonly ParticleTransport _transport;
    private readonly ParticleArrival _arrival;
    private readonly CellTimes _times;
    private readonly PileupOverlay? _overlay;
    private readonly MuDistribution _mu;
    private readonly CellNoise _noise;
    private readonly float[] _timed;
    private readonly PileupOptions _pileup;
    private readonly SimulationOptions _options;
    private readonly ulong _seed;

    /// <summary>Prepares a worker.</summary>
    /// <param name="detector">Shared.</param>
    /// <param name="noise">Shared; its total width decides which cells get a time.</param>
    /// <param name="library">Shared; null without pile-up.</param>
    /// <param name="pileup">Distribution of mu and vertex efficiency.</param>
    /// <param name="options">What to add.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <exception cref="ArgumentException">Pile-up is wanted and there is no library.</exception>
    public EventSimulator(
        DetectorModel detector, CellNoise noise, PileupLibrary? library, PileupOptions pileup,
        SimulationOptions options, ulong seed)
    {
        if (options.WithPileup && library is null)
        {
            throw new ArgumentException(
                "Pile-up is switched on but no library of collisions was given; give one or switch pile-up off.",
                nameof(library));
        }

        (Detector, _noise, _pileup, _options, _seed) = (detector, noise, pileup, options, seed);
        (_cells, _times) = (new CellDeposits(detector.Geometry.CellCount), new CellTimes(detector, noise));
        _timed = options.WithPileup ? [] : new float[detector.Geometry.CellCount];
        (_transport, _arrival) = (new ParticleTransport(detector, _cells), new ParticleArrival(detector));
        _overlay = options.WithPileup ? new PileupOverlay(library!) : null;
        _mu = new MuDistribution(pileup);
    }

    /// <summary>Whether events are turned about the beam, so that true and measured directions differ.</summary>
    internal bool TurnsEvents => _options.RotateAzimuth;

    /// <summary>The detector that all workers share.</summary>
    internal DetectorModel Detector { get; }

    /// <summary>What the hard collision simulated last left behind the calorimeter.</summary>
    internal IReadOnlyList<Leak> Leaks => _transport.Leaks;

    /// <summary>Simulates the first pass over an event.</summary>
    /// <param name="generated">Collision.</param>
    /// <param name="target">Overwritten.</param>
    public void Simulate(GeneratedEvent generated, CalorimeterEvent target) => Simulate(generated, 0, target);

    /// <summary>Simulates one of several passes over the same event, each with its own random numbers.</summary>
    /// <param name="generated">Collision.</param>
    /// <param name="pass">Not negative.</param>
    /// <param name="target">Overwritten.</param>
    public void Simulate(GeneratedEvent generated, int pass, CalorimeterEvent target)
    {
        Rng rng = StreamOf(generated.Number, pass);
        Array.Clear(target.Energy);
        Array.Clear(target.Deposit);
        (target.Number, target.Weight, target.Mu) = (generated.Number, generated.Weight, 0);
        AddCollision(generated, target, rng.Split(0));
        target.VertexCount = 1;
        AddPileup(target, rng.Split(1));
        AddNoise(target, rng.Split(2));
        AddTimes(target, rng.Split(3));
    }

    /// <summary>
    /// Makes what an event of a number has beside its hard collision: pile-up and noise, the same as
    /// <see cref="Simulate(GeneratedEvent, int, CalorimeterEvent)"/> adds to it. Times are left out.
    /// </summary>
    internal void SimulateBackground(long number, CalorimeterEvent target)
    {
        Rng rng = StreamOf(number, 0);
        Array.Clear(target.Energy);
        Array.Clear(target.Deposit);
        Array.Clear(target.Time);
        (target.Number, target.Weight, target.Mu, target.VertexCount) = (number, 1, 0, 1);
        AddPileup(target, rng.Split(1));
        AddNoise(target, rng.Split(2));
    }

    /// <summary>The cells of a hard collision alone; valid until the next one.</summary>
    internal CellDeposits SimulateAlone(GeneratedEvent generated, int pass)
    {
        Transport(generated, StreamOf(generated.Number, pass).Split(0));
        return _cells;
    }

    /// <summary>
    /// Where a straight flight enters the calorimeter, as seen from the centre of the detector; false if it does not.
    /// </summary>
    internal bool TryEnter(in FourVector momentum, in Vertex from, out double eta, out double phi)
    {
        bool enters = _arrival.TryArrive(momentum, charge: 0, from, out Arrival arrival);
        (eta, phi) = (arrival.Axis.Eta, arrival.Axis.Phi);
        return enters;
    }

    private Rng StreamOf(long number, int pass) => new Rng(_seed, "detector", (ulong)number).Split((ulong)pass);

    private void Transport(GeneratedEvent generated, Rng rng)
    {
        double rotation = _options.RotateAzimuth ? Distributions.Uniform(-Math.PI, Math.PI, ref rng) : 0;
        _cells.Clear();
        _transport.Send(generated, rotation, rng);
    }

    private void AddCollision(GeneratedEvent generated, CalorimeterEvent target, Rng rng)
    {
        Transport(generated, rng);
        foreach (int cell in _cells.Cells)
        {
            target.Energy[cell] = _cells.Signal(cell);
            target.Deposit[cell] = _cells.Deposit(cell);
        }
    }

    private void AddPileup(CalorimeterEvent target, Rng rng)
    {
        target.Overlaid = 0;
        if (_overlay is null)
        {
            return;
        }

        target.Mu = _mu.Draw(ref rng);
        int inTime = target.Overlaid = _overlay.AddTo(target, ref rng);
        target.VertexCount += Distributions.Binomial(inTime, _pileup.VertexEfficiency, ref rng);
    }

    private void AddTimes(CalorimeterEvent target, Rng rng)
    {
        float[] timed = _overlay?.TimedEnergy ?? _timed;
        foreach (int cell in _cells.Cells)
        {
            timed[cell] += _cells.Timed(cell);
        }

        _times.Fill(target, timed, ref rng);
        if (_overlay is null)
        {
            foreach (int cell in _cells.Cells)
            {
                timed[cell] = 0;
            }
        }
    }

    private void AddNoise(CalorimeterEvent target, Rng rng)
    {
        if (_options.WithNoise)
        {
            bool total = _options.PileupAsNoise && _overlay is null;
            NormalNoise.AddScaled(new NoiseStream(ref rng), total ? _noise.Total : _noise.Electronic, target.Energy);
        }
    }
}
