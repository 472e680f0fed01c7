using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// Taus whose detector is a formula: a calorimeter with a response that rises with momentum and a known slope with
/// pile-up, a substructure with known biases and widths per decay mode and a known correlation with the calorimeter,
/// and an input that knows a part of the calorimeter's fluctuation.
/// </summary>
internal static class ToyTauScales
{
    public const double MeanVertices = 25;
    public const double Correlation = 0.25;
    public const double ToldShare = 0.8; // of the calorimeter's fluctuation that its depth tells

    private const double LowestPt = 8, HighestPt = 300;

    /// <summary>Columns without which no scale calibrates.</summary>
    public static readonly string[] Needed =
        [TauColumns.Pt, TauColumns.Eta, TauColumns.TrackCount, TauColumns.VertexCount];

    private static readonly double[] s_share = [0.19, 0.40, 0.16, 0.17, 0.08]; // physics notes table 3.1

    /// <summary>Response of the calorimeter without pile-up.</summary>
    public static double Response(double pt, bool isOneProng) => (isOneProng ? 0.95 : 0.92) - (0.8 / (pt + 5));

    /// <summary>Pile-up per vertex [GeV].</summary>
    public static double Slope(double eta, bool isOneProng) =>
        (isOneProng ? 0.08 : 0.12) * (Math.Abs(eta) < 1.3 ? 1 : 2);

    /// <summary>Relative width of the calorimeter.</summary>
    public static double CalorimeterWidth(double pt) => Math.Sqrt((0.6 / pt) + 0.0016);

    /// <summary>Relative width of the substructure.</summary>
    public static double SubstructureWidth(double pt, TauDecayMode mode) => (mode switch
    {
        TauDecayMode.OneProng or TauDecayMode.ThreeProng => 0.02,
        TauDecayMode.OneProngOneNeutral => 0.08,
        _ => 0.12,
    }) * Math.Sqrt(1 + (pt * pt / 1e4));

    /// <summary>Response of the substructure.</summary>
    public static double SubstructureResponse(TauDecayMode mode) => 1.02 - (0.03 * (int)mode);

    /// <summary>Makes taus, flat in ln pT and eta; two in each event.</summary>
    public static Table Make(int count, ulong seed)
    {
        var columns = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (int row = 0; row < count; row++)
        {
            var rng = new Rng(seed, "toy taus", (ulong)row);
            foreach ((string name, double value) in Tau(ref rng))
            {
                if (!columns.TryGetValue(name, out float[]? values))
                {
                    columns.Add(name, values = new float[count]);
                }

                values[row] = (float)value;
            }
        }

        long[] events = [.. Enumerable.Range(0, count).Select(row => row / 2L)];
        return new([
            new LongColumn(TauColumns.Event, "", "", events),
            .. columns.Select(column => new FloatColumn(column.Key, "", "", column.Value)),
        ]);
    }

    private static List<(string Name, double Value)> Tau(ref Rng rng)
    {
        double truth = LowestPt * Math.Pow(HighestPt / LowestPt, rng.NextDouble()), eta = 5 * (rng.NextDouble() - 0.5);
        var mode = (TauDecayMode)DrawMode(rng.NextDouble());
        bool isOneProng = mode < TauDecayMode.ThreeProng;
        double vertices = Math.Max(1, Math.Round(MeanVertices + (8 * rng.NextGaussian())));
        double c = rng.NextGaussian();
        double s = (Correlation * c) + (Math.Sqrt(1 - (Correlation * Correlation)) * rng.NextGaussian());
        double told = (ToldShare * c) + (Math.Sqrt(1 - (ToldShare * ToldShare)) * rng.NextGaussian());
        double pt = (truth * Response(truth, isOneProng) * (1 + (CalorimeterWidth(truth) * c)))
            + (Slope(eta, isOneProng) * (vertices - MeanVertices));
        double substructure = truth * SubstructureResponse(mode) * (1 + (SubstructureWidth(truth, mode) * s));
        return
        [
            (TauColumns.TruthPt, truth), (TauColumns.TruthEta, eta), (TauColumns.TruthMode, (int)mode),
            (TauColumns.Weight, 1), (TauColumns.Mu, vertices / 0.6), (TauColumns.VertexCount, vertices),
            (TauColumns.Density, vertices), (TauColumns.Eta, eta), (TauColumns.Phi, 0),
            (TauColumns.Pt, Math.Max(0.5, pt)), (TauColumns.PtEm, Math.Max(0.4, 0.8 * pt)),
            (TauColumns.PtSubstructure, Math.Max(0.5, substructure)), (TauColumns.EtaSubstructure, eta),
            (TauColumns.CenterLambda, 500 + (200 * told)), (TauColumns.FirstEnergyDensity, -7 + (0.5 * told)),
            (TauColumns.SecondLambda, 8e4 + (1e4 * rng.NextGaussian())), (TauColumns.EmProbability, rng.NextDouble()),
            (TauColumns.PresamplerFraction, 0.05 * rng.NextDouble()), (TauColumns.PionAsymmetry, rng.NextDouble()),
            (TauColumns.TrackCount, isOneProng ? 1 : 3), .. Modes(ref rng, mode),
        ];
    }

    private static int DrawMode(double u)
    {
        int mode = 0;
        while (mode < s_share.Length - 1 && u > s_share[mode])
        {
            u -= s_share[mode++];
        }

        return mode;
    }

    // A tenth of the neutral pions is not seen.
    private static List<(string Name, double Value)> Modes(ref Rng rng, TauDecayMode mode)
    {
        int neutrals = mode switch
        {
            TauDecayMode.OneProng or TauDecayMode.ThreeProng => 0,
            TauDecayMode.OneProngNeutrals => 2,
            _ => 1,
        };
        int seen = rng.NextDouble() < 0.1 ? Math.Max(0, neutrals - 1) : neutrals;
        return
        [
            (TauColumns.NeutralCount, seen), (TauColumns.NeutralFraction, seen * 0.25 * (1 + rng.NextDouble())),
            (TauColumns.SubstructureMass, 0.14 + (0.5 * seen) + (0.6 * rng.NextDouble())),
            (TauColumns.NeutralMass, seen > 1 ? 0.3 + rng.NextDouble() : 0),
            (TauColumns.NeutralDistance, seen > 0 ? 0.1 * rng.NextDouble() : 0),
            (TauColumns.TrackOverEm, 1 / (1 + (0.5 * neutrals)) * (1 + (0.3 * rng.NextGaussian()))),
            (TauColumns.EmFraction, (neutrals > 0 ? 0.7 : 0.4) + (0.15 * rng.NextGaussian())),
            (TauColumns.PhotonCount, (2 * seen) + (rng.NextDouble() < 0.3 ? 1 : 0)),
            (TauColumns.Width, 0.05 * rng.NextDouble()),
        ];
    }
}
