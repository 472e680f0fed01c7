using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Shoots single particles from the nominal collision into the detector, without noise and pile-up, and sums what all
/// cells measure: the test beam of the simulation. One instance per thread.
/// </summary>
/// <param name="detector">Detector.</param>
/// <param name="seed">Seed of directions and showers.</param>
/// <source>Physics notes 5.1 and 5.2: what the responses must be compared with.</source>
public sealed class ParticleShots(DetectorModel detector, ulong seed)
{
    private readonly CellDeposits _cells = new(detector.Geometry.CellCount);

    /// <summary>Shoots particles of one energy, uniformly in a range of eta and all around.</summary>
    /// <param name="pdgId">Kind of particle.</param>
    /// <param name="energy">Total energy, above the mass [GeV].</param>
    /// <param name="etaLow">Lower end in pseudorapidity.</param>
    /// <param name="etaHigh">Upper end in pseudorapidity.</param>
    /// <param name="shots">Number of particles, at least 1.</param>
    /// <exception cref="ArgumentException">The energy is below the mass or there is nothing to shoot.</exception>
    public ShotSample Shoot(int pdgId, double energy, double etaLow, double etaHigh, int shots)
    {
        double mass = PdgId.Mass(pdgId), momentum = Math.Sqrt((energy * energy) - (mass * mass));
        if (!(momentum > 0) || shots < 1)
        {
            throw new ArgumentException(
                $"Found {shots} shots of {energy} GeV, expected at least one of more than the mass, {mass} GeV.",
                nameof(energy));
        }

        var transport = new ParticleTransport(detector, _cells);
        (double[] signals, double[] deposits) = (new double[shots], new double[shots]);
        var bySampling = new double[Enum.GetValues<CaloSampling>().Length];
        for (int i = 0; i < shots; i++)
        {
            var rng = new Rng(seed, $"shots {pdgId}", (ulong)i);
            double eta = Distributions.Uniform(etaLow, etaHigh, ref rng);
            double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng);
            var vector = FourVector.FromPtEtaPhiMass(momentum / Math.Cosh(eta), eta, phi, mass);
            _cells.Clear();
            transport.Send([new Particle(pdgId, vector)], 0, rng);
            (signals[i], deposits[i]) = Sum(bySampling);
        }

        return new() { Energy = energy, Signals = signals, Deposits = deposits, SignalBySampling = bySampling };
    }

    private (double Signal, double Deposit) Sum(double[] bySampling)
    {
        (double signal, double deposit) = (0, 0);
        foreach (int cell in _cells.Cells)
        {
            (signal, deposit) = (signal + _cells.Signal(cell), deposit + _cells.Deposit(cell));
            bySampling[(int)detector.Geometry.Sampling[cell]] += _cells.Signal(cell);
        }

        return (signal, deposit);
    }
}

/// <summary>What the detector measured of particles of one energy.</summary>
public sealed record ShotSample
{
    /// <summary>True energy of every particle [GeV].</summary>
    public required double Energy { get; init; }

    /// <summary>Measured energy of each at EM scale, sum of all cells [GeV].</summary>
    public required IReadOnlyList<double> Signals { get; init; }

    /// <summary>True energy that each left in cells [GeV]; the rest is in dead material or behind.</summary>
    public required IReadOnlyList<double> Deposits { get; init; }

    /// <summary>Mean of measured over true energy.</summary>
    public double MeanResponse => Signals.Average() / Energy;

    /// <summary>Mean share of the true energy that reaches cells, about 1.</summary>
    public double DepositShare => Deposits.Average() / Energy;

    /// <summary>Standard deviation of the measured energy over its mean.</summary>
    public double Resolution
    {
        get
        {
            double mean = Signals.Average();
            return Math.Sqrt(Signals.Average(signal => (signal - mean) * (signal - mean))) / mean;
        }
    }

    /// <summary>Half the range of the central 68 % of the measured energies over their median.</summary>
    public double CentralResolution
    {
        get
        {
            double[] sorted = [.. Signals.Order()];
            return (At(sorted, 0.84) - At(sorted, 0.16)) / (2 * At(sorted, 0.5));
        }
    }

    /// <summary>Sum of the signals in each sampling [GeV], indexed by it.</summary>
    internal double[] SignalBySampling { get; init; } = [];

    /// <summary>Mean share of the measured energy in one sampling.</summary>
    /// <param name="sampling">Any.</param>
    public double ShareOf(CaloSampling sampling) => SignalBySampling[(int)sampling] / Signals.Sum();

    private static double At(double[] sorted, double quantile) =>
        sorted[Math.Min((int)(quantile * sorted.Length), sorted.Length - 1)];
}
