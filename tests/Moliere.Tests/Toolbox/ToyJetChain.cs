using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Jets whose detector is a formula: a response that grows with energy, a bias of the direction, pile-up with known
/// slopes, and shifts of the response that are linear in the global variables.
/// </summary>
internal static class ToyJetChain
{
    public const double Alpha = 0.25; // GeV per vertex
    public const double Beta = -0.1; // GeV per collision
    public const double PunchThroughLoss = 0.25;

    private const double LowestPt = 8, HighestPt = 2500;

    /// <summary>Columns that the whole chain cannot do without.</summary>
    public static readonly string[] Needed =
    [
        JetColumns.Pt, JetColumns.Energy, JetColumns.Eta, JetColumns.DetectorEta, JetColumns.Area, JetColumns.Density,
        JetColumns.Mu, JetColumns.VertexCount, JetColumns.ChargedFraction, "f_tile0", "f_lar3", JetColumns.TrackCount,
        JetColumns.TrackWidth, JetColumns.Segments,
    ];

    /// <summary>Response in energy without pile-up and shifts.</summary>
    public static double Response(double energy, double eta) =>
        0.95 - (0.06 * Math.Abs(eta) / 4.5) - (0.9 * Math.Pow(energy, -0.3));

    /// <summary>Relative resolution of the transverse momentum at constituent scale.</summary>
    public static double Resolution(double pt) => Math.Sqrt((0.4 / pt) + (0.03 * 0.03));

    /// <summary>Bias of the direction, outward.</summary>
    public static double EtaShift(double eta, double energy) =>
        0.02 * Math.Exp(-Math.Pow((Math.Abs(eta) - 1.5) / 0.4, 2)) * Math.Min(1, 40 / energy);

    /// <summary>Makes jets, flat in ln pT and eta.</summary>
    public static Table Make(int count, ulong seed)
    {
        var columns = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "toy jets", (ulong)row);
            foreach ((string name, double value) in Jet(ref rng))
            {
                if (!columns.TryGetValue(name, out float[]? values))
                {
                    columns.Add(name, values = new float[count]);
                }

                values[row] = (float)value;
            }
        }

        return new([.. columns.Select(column => new FloatColumn(column.Key, "", "", column.Value))]);
    }

    private static List<(string Name, double Value)> Jet(ref Rng rng)
    {
        double pt = LowestPt * Math.Pow(HighestPt / LowestPt, rng.NextDouble()), eta = 9 * (rng.NextDouble() - 0.5);
        double energy = pt * Math.Cosh(eta), mu = 40 + (12 * rng.NextGaussian());
        double vertices = Math.Max(1, Math.Round((0.6 * mu) + (4 * rng.NextGaussian())));
        double density = 0.6 * vertices, area = 0.5 + (0.03 * rng.NextGaussian());
        List<(string Name, double Value)> globals = Globals(ref rng, pt, eta, out double shift);
        double smeared = Response(energy, eta) * (1 + shift + (Resolution(pt) * rng.NextGaussian()));
        double pileup = (density * area) + (Alpha * (vertices - 1)) + (Beta * mu);
        double measured = Math.Max(0.5, (pt * smeared) + pileup);
        double seen = eta + (Math.Sign(eta) * EtaShift(eta, energy)) + (0.01 * rng.NextGaussian());
        return
        [
            .. globals, (JetColumns.Pt, measured), (JetColumns.Eta, seen), (JetColumns.Phi, 0),
            (JetColumns.Energy, measured * Math.Cosh(seen)), (JetColumns.DetectorEta, seen), (JetColumns.Area, area),
            (JetColumns.Density, density), (JetColumns.Mu, mu), (JetColumns.VertexCount, vertices),
            (JetColumns.TruthPt, pt), (JetColumns.TruthEta, eta), (JetColumns.TruthEnergy, energy),
            (JetColumns.TruthDistance, 0.05), (JetColumns.TruthIsolation, 10), (JetColumns.Isolation, 10),
        ];
    }

    // Each variable shifts the response by an amount with mean 0 over the jets at each momentum.
    private static List<(string Name, double Value)> Globals(ref Rng rng, double pt, double eta, out double shift)
    {
        double tracker = Math.Abs(eta) < 2.5 ? 1 : 0, expected = 4 + (4 * Math.Log(pt / LowestPt));
        double charged = 0.6 + (0.15 * rng.NextGaussian()), tile = Math.Clamp(0.1 + (0.04 * rng.NextGaussian()), 0, 1);
        double tracks = Math.Max(0, Math.Round(expected + (3 * rng.NextGaussian())));
        double width = 0.1 + (0.02 * rng.NextGaussian());
        double segments = pt > 200 && rng.NextDouble() < 0.1 ? Math.Round(20 + (60 * rng.NextDouble())) : 2;
        shift = tracker * ((0.3 * (charged - 0.6)) - (0.01 * (tracks - expected)) - (1.0 * (width - 0.1)));
        shift -= Math.Abs(eta) < 1.7 ? 0.8 * (tile - 0.1) : 0;
        shift -= segments > 2 && Math.Abs(eta) < 2.7 ? PunchThroughLoss * (segments - 20) / 60 : 0;
        return
        [
            (JetColumns.ChargedFraction, tracker * charged), ("f_tile0", tile), ("f_lar3", 0.01),
            (JetColumns.TrackCount, tracker * tracks), (JetColumns.TrackWidth, tracker * width),
            (JetColumns.Segments, segments),
        ];
    }
}
