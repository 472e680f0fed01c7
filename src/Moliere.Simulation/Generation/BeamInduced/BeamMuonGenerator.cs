using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.BeamInduced;

/// <summary>Draws muons of beam-induced background. Thread-safe; a muon depends on seed and number only.</summary>
/// <source>Physics notes on tagging, section 9; ATLAS, JINST 8 (2013) P07004 (arXiv:1303.0223).</source>
/// <param name="options">Ranges.</param>
/// <param name="seed">Seed of the run.</param>
internal sealed class BeamMuonGenerator(BeamMuonOptions options, ulong seed)
{
    private const int MostDraws = 100_000;

    /// <summary>The muon of a number.</summary>
    /// <param name="number">Number of the event.</param>
    /// <exception cref="ArgumentException">No muon passes the filters.</exception>
    public BeamMuon Draw(long number)
    {
        var rng = new Rng(seed, "beam-induced muon", (ulong)number);
        for (int draw = 0; draw < MostDraws; draw++)
        {
            BeamMuon muon = Draw(ref rng);
            if (muon.DelayAt(muon.LossZ) >= options.DelayMin && muon.LossPt >= options.LossPtMin)
            {
                return muon;
            }
        }

        throw new ArgumentException(
            $"None of {MostDraws} beam-induced muons comes later than {options.DelayMin} ns and leaves "
            + $"{options.LossPtMin} GeV; expected looser filters or harder losses.", nameof(number));
    }

    private BeamMuon Draw(ref Rng rng)
    {
        double radius = Distributions.Uniform(options.RadiusMin, options.RadiusMax, ref rng);
        double end = radius * Math.Sinh(options.EtaMax), z = Distributions.Uniform(-end, end, ref rng);
        int outward = z < 0 ? -1 : 1;
        double share = rng.NextDouble(), low = 1 / options.LossMin, high = 1 / options.LossMax;
        return new(
            rng.NextDouble() < options.UpstreamShare ? -outward : outward, radius, Azimuth(ref rng), z,
            1 / (low - (share * (low - high))), options.TimeSpread * rng.NextGaussian());
    }

    private double Azimuth(ref Rng rng)
    {
        bool isHorizontal = rng.NextDouble() < options.HorizontalShare;
        double side = rng.NextInt(2) * Math.PI;
        return isHorizontal ? EtaPhi.WrapPhi(side + (options.HorizontalSpread * rng.NextGaussian()))
            : Distributions.Uniform(-Math.PI, Math.PI, ref rng);
    }
}
