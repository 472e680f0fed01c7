using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Draws events of a hard process. The cross-section and the largest density are tabulated in the logarithm of the
/// scale; at a scale the other coordinates are accepted or refused by the density, so that every event is an unweighted
/// one of its scale.
/// </summary>
/// <remarks>
/// The largest density is that of a lattice with a margin; where a density exceeds it, which happens in a fraction of
/// events below a percent, the event is accepted without compensation.
/// </remarks>
/// <source>Particle Data Group, Review of Particle Physics, Monte Carlo techniques: acceptance-rejection.</source>
internal sealed class HardSampler
{
    private const double Margin = 1.25; // over the largest density of the lattice and both neighbouring nodes

    private readonly HardProcess _process;
    private readonly HardSpectrum _spectrum;
    private readonly double _logMin;
    private readonly double _step;
    private readonly double[] _section;
    private readonly double[] _bound;
    private readonly double[] _sum;

    /// <summary>Tabulates a process.</summary>
    /// <param name="process">Process.</param>
    /// <param name="spectrum">Distribution in the scale.</param>
    /// <param name="scaleMin">Lower end of the scale [GeV].</param>
    /// <param name="scaleMax">Upper end of the scale [GeV]; equal to the lower one for a fixed scale.</param>
    /// <param name="nodes">Number of scales in the table, at least 2.</param>
    /// <param name="lattice">Points of the lattice at each scale, a Fibonacci number.</param>
    /// <param name="generator">The Fibonacci number before it: neighbours make lattices of low discrepancy.</param>
    public HardSampler(HardProcess process, HardSpectrum spectrum, double scaleMin, double scaleMax,
        int nodes, int lattice, int generator)
    {
        (_process, _spectrum) = (process, spectrum);
        (_section, _bound, _sum) = (new double[nodes], new double[nodes], new double[nodes]);
        _logMin = Math.Log(scaleMin);
        _step = (Math.Log(scaleMax) - _logMin) / (nodes - 1);
        var point = new HardPoint();
        for (int n = 0; n < nodes; n++)
        {
            Tabulate(n, lattice, generator, point);
        }

        for (int n = 1; n < nodes; n++)
        {
            _sum[n] = _sum[n - 1] + Segment(n - 1);
        }
    }

    /// <summary>Cross-section over the range of scales or at the fixed scale [pb], to about a percent.</summary>
    public double CrossSection => _step > 0 ? _sum[^1] * _step : _section[0];

    /// <summary>An event; the weight of its process times that of its scale.</summary>
    /// <param name="rng">Stream.</param>
    public HardEvent Draw(ref Rng rng)
    {
        double place = _spectrum == HardSpectrum.Unweighted && _step > 0
            ? PlaceOfSum(rng.NextDouble() * _sum[^1])
            : rng.NextDouble() * (_section.Length - 1);
        HardEvent hard = DrawAt(place, ref rng);
        double weight = _spectrum == HardSpectrum.Falling && _step > 0
            ? Section(place) * (_section.Length - 1) / _sum[^1]
            : 1;
        return hard with { Weight = hard.Weight * weight };
    }

    private HardEvent DrawAt(double place, ref Rng rng)
    {
        var point = new HardPoint();
        int node = Math.Min((int)place, _section.Length - 2);
        double scale = Math.Exp(_logMin + (_step * place)), bound = Math.Max(_bound[node], _bound[node + 1]);
        while (_process.Density(scale, rng.NextDouble(), rng.NextDouble(), point) < bound * rng.NextDouble())
        {
            // Refused: another point at the same scale.
        }

        Channel channel = point.Choose(rng.NextDouble());
        return _process.Build(point, channel, ref rng);
    }

    private void Tabulate(int node, int lattice, int generator, HardPoint point)
    {
        double scale = Math.Exp(_logMin + (_step * node)), sum = 0, largest = 0;
        for (int i = 0; i < lattice; i++)
        {
            double u1 = (i + 0.5) / lattice, u2 = ((i * (long)generator % lattice) + 0.5) / lattice;
            double density = _process.Density(scale, u1, u2, point);
            (sum, largest) = (sum + density, Math.Max(largest, density));
        }

        _section[node] = sum / lattice;
        _bound[node] = Margin * largest;
    }

    // Between nodes the cross-section is an exponential of the place.
    private double Section(double place)
    {
        int node = Math.Min((int)place, _section.Length - 2);
        double fraction = place - node;
        return Math.Pow(_section[node], 1 - fraction) * Math.Pow(_section[node + 1], fraction);
    }

    private double Segment(int node)
    {
        double a = _section[node], slope = Math.Log(_section[node + 1] / a);
        return Math.Abs(slope) < 1e-9 ? a : a * (Math.Exp(slope) - 1) / slope;
    }

    private double PlaceOfSum(double sum)
    {
        int node = Array.BinarySearch(_sum, sum);
        node = Math.Clamp(node >= 0 ? node : ~node - 1, 0, _section.Length - 2);
        double slope = Math.Log(_section[node + 1] / _section[node]), part = (sum - _sum[node]) / _section[node];
        double place = Math.Abs(slope) < 1e-9 ? part : Math.Log(1 + (slope * part)) / slope;
        return node + Math.Clamp(place, 0, 1);
    }
}
