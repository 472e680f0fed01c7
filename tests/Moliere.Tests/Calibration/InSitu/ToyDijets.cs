using Moliere.Calibration;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Calibration.InSitu;

/// <summary>
/// Dijet events in closed form: radiation makes an asymmetry with a Gaussian core and exponential tails of 8.6 %, the
/// detector adds 3.5 % per jet, of which 2.8 % follow from two observables. In pseudo-data the second of them does the
/// opposite of what it does in simulation, as another e/h would.
/// </summary>
internal static class ToyDijets
{
    public const double MeanResponse = 0.9;

    public static IReadOnlyList<Feature> Features { get; } =
        [.. new[] { "f_tile0", "f_lar3" }.Select(name => new Feature { Name = name, Expression = name })];

    public static IReadOnlyList<Feature> WithMomentum { get; } =
    [
        .. Features,
        new() { Name = JetColumns.Pt, Expression = JetColumns.Pt, Transform = FeatureTransform.Log10 },
    ];

    /// <summary>Events with a spectrum like pT^-5 that reaches beyond the selection on both sides.</summary>
    public static Table Make(int events, ulong stream, bool isData = false, bool hasTruth = true)
    {
        string[] names = ["pt", "eta", "phi", "weight", "f_tile0", "f_lar3", "truth_pt"];
        var columns = names.ToDictionary(name => name, _ => new float[2 * events]);
        var numbers = new long[2 * events];
        for (int e = 0; e < events; e++)
        {
            var rng = new Rng(7, isData ? "toy data" : "toy simulation", (stream << 32) + (ulong)e);
            double average = 1500 * Math.Pow(1 - (rng.NextDouble() * 0.96), -0.25), radiation = Radiation(ref rng);
            double phi = Distributions.Uniform(-3, 0, ref rng);
            for (int side = 0; side < 2; side++)
            {
                int row = (2 * e) + side;
                double truth = average * (1 + ((side == 0 ? radiation : -radiation) / 2));
                double a = rng.NextGaussian(), b = rng.NextGaussian();
                double logResponse = LogResponse(a, b, isData) + (0.021 * rng.NextGaussian());
                numbers[row] = e;
                columns["pt"][row] = (float)(truth * Math.Exp(logResponse));
                columns["eta"][row] = (float)Distributions.Uniform(0.25, 0.65, ref rng);
                columns["phi"][row] = (float)(side == 0 ? phi : phi + 3);
                (columns["f_tile0"][row], columns["f_lar3"][row]) = ((float)a, (float)b);
                (columns["weight"][row], columns["truth_pt"][row]) = (1, (float)(hasTruth ? truth : 0));
            }
        }

        return new Table(
        [
            new LongColumn("event", "", "number", numbers),
            .. names.Select(name => new FloatColumn(name, "", name, columns[name])),
        ]);
    }

    /// <summary>What the observables say about ln R.</summary>
    public static double LogResponse(double a, double b, bool isData) =>
        Math.Log(MeanResponse) + (0.02 * a) + ((isData ? -0.014 : 0.014) * ((b * b) - 1));

    // 80 % Gaussian of 6 %, 20 % exponential of mean 10 % on either side: rms 8.3 %.
    private static double Radiation(ref Rng rng)
    {
        double side = rng.NextDouble() < 0.5 ? -1 : 1;
        double size = rng.NextDouble() < 0.8 ? 0.06 * rng.NextGaussian() : -0.10 * Math.Log(rng.NextDouble());
        return Math.Clamp(side * size, -1, 1);
    }
}

/// <summary>A calibration that says the same response, or one that is known, for every jet.</summary>
internal sealed class KnownResponse(Func<Table, float[]> response) : ICalibration
{
    public static KnownResponse Mean { get; } =
        new(jets => [.. Enumerable.Repeat((float)ToyDijets.MeanResponse, jets.RowCount)]);

    public string Name => "known";

    public Func<int, CalibrationStatus> StatusOf { get; init; } = _ => CalibrationStatus.Calibrated;

    public static KnownResponse OfObservables(bool isData) => new(jets =>
    {
        float[] a = jets.Floats("f_tile0"), b = jets.Floats("f_lar3");
        return [.. a.Select((value, row) => (float)Math.Exp(ToyDijets.LogResponse(value, b[row], isData)))];
    });

    public Predictions Apply(Table objects) =>
        new() { Response = response(objects), Status = [.. Enumerable.Range(0, objects.RowCount).Select(StatusOf)] };
}
