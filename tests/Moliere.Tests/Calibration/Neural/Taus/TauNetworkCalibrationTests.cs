using Moliere.Calibration;
using Moliere.Calibration.Neural.Taus;
using Moliere.Calibration.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class TauNetworkCalibrationTests : CalibrationContract
{
    private static readonly Table s_fresh = ToyTaus.Taus(4000, seed: 7);

    protected override ICalibration Calibration => TrainedTaus.Mixture;

    protected override Table Clusters { get; } = ToyTaus.Taus(40, seed: 9);

    protected override IReadOnlyList<string> Needed =>
    [
        TauColumns.Pt, TauColumns.PtEm, TauColumns.PtCombined, TauColumns.PtCalorimeter, TauColumns.PtSubstructure,
        TauColumns.Eta, TauColumns.Mu, TauColumns.EmProbability, TauColumns.TrackCount, .. TauColumns.Modes,
    ];

    protected override string Name => "mdn";

    [Fact]
    public void Response_IsRelativeToTheLocallyWeightedMomentum()
    {
        // Twice the locally weighted momentum at the same combined one is twice the response.
        Table taus = ToyTaus.Taus(200, seed: 3), doubled = ToyTaus.With(taus, TauColumns.Pt, Twice);
        TauNetworkCalibration blind = TrainedTaus.Mixture with { Features = WithoutRatios() };
        float[] one = blind.Apply(taus).Response, two = blind.Apply(doubled).Response;
        for (int row = 0; row < one.Length; row++)
        {
            Assert.Equal(2 * one[row], two[row], 1e-5f * two[row]);
        }

        static float[] Twice(float[] values) => [.. values.Select(value => 2 * value)];
    }

    [Theory]
    [InlineData(CentralValue.Median)]
    [InlineData(CentralValue.Mean)]
    [InlineData(CentralValue.Mode)]
    public void Pulls_OfFreshTausHaveUnitWidth(CentralValue central)
    {
        TauNetworkCalibration calibration = TrainedTaus.Mixture with
        {
            Options = TrainedTaus.Mixture.Options with { Central = central },
        };
        Predictions predictions = calibration.Apply(s_fresh);
        float[] pt = s_fresh.Floats(TauColumns.Pt), truth = s_fresh.Floats(TauColumns.TruthPt);
        double[] pulls =
        [
            .. predictions.Response
                .Select((r, row) => (r - (pt[row] / truth[row])) / predictions.SigmaTotal(row)).Order(),
        ];
        double width = 0.5 * (pulls[(int)(0.8413 * pulls.Length)] - pulls[(int)(0.1587 * pulls.Length)]);
        Assert.InRange(width, 0.85, 1.15);
    }

    [Fact]
    public void Median_ClosesOnFreshTaus()
    {
        double[] closure = TrainedTaus.Closure(TrainedTaus.Mixture, s_fresh);
        float[] truth = s_fresh.Floats(TauColumns.TruthPt);
        foreach ((double low, double high) in new[] { (20.0, 50.0), (50, 120) })
        {
            double[] sorted = [.. closure.Where((_, row) => truth[row] >= low && truth[row] < high).Order()];
            Assert.Equal(1, sorted[sorted.Length / 2], 0.015);
        }
    }

    [Fact]
    public void TausWithSmallPredictedSigma_AreSharper()
    {
        Predictions predictions = TrainedTaus.Mixture.Apply(s_fresh);
        double[] closure = TrainedTaus.Closure(TrainedTaus.Mixture, s_fresh);
        int[] order =
        [
            .. Enumerable.Range(0, closure.Length)
                .OrderBy(row => predictions.SigmaTotal(row) / predictions.Response[row]),
        ];
        double better = Width(order[..(order.Length / 2)]), worse = Width(order[(order.Length / 2)..]);
        Assert.InRange(better / worse, 0.2, 0.75);

        double Width(int[] rows)
        {
            double[] sorted = [.. rows.Select(row => closure[row]).Order()];
            return sorted[(int)(0.84 * sorted.Length)] - sorted[(int)(0.16 * sorted.Length)];
        }
    }

    [Fact]
    public void SentinelsAndTausWithoutTracks_AreNotCalibrated()
    {
        Table taus = ToyTaus.With(Clusters, TauColumns.TrackCount, values => [0, 6, float.NaN, .. values[3..]]);
        taus = ToyTaus.With(taus, TauColumns.PtSubstructure, values => [.. values[..3], -1111, -999, .. values[5..]]);
        taus = ToyTaus.With(taus, TauColumns.Modes[2], values => [.. values[..5], float.NaN, -999, .. values[7..]]);
        taus = ToyTaus.With(taus, TauColumns.PtCombined, values => [.. values[..7], 0, -5, .. values[9..]]);
        Predictions predictions = TrainedTaus.Mixture.Apply(taus);
        Assert.Equal(9, predictions.NotCalibratedCount);
        Assert.All(predictions.Response[..9], response => Assert.Equal(1, response));
        Assert.All(TrainedTaus.Mixture.MomentsOf(taus).Mu[..9], mu => Assert.Equal(float.NaN, mu));
    }

    [Fact]
    public void MissingColumn_IsNamedWithTheNearest()
    {
        Table taus = new([.. Clusters.Columns.Where(c => c.Name != TauColumns.Density)]);
        var error = Assert.Throws<MissingColumnException>(() => TrainedTaus.Mixture.Apply(taus));
        Assert.Contains("'rho'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThreadsDoNotChangeABit() => Assert.Equal(
        TrainedTaus.Mixture.Apply(s_fresh).Response,
        (TrainedTaus.Mixture with { Threads = 3 }).Apply(s_fresh).Response);

    [Fact]
    public void Ensemble_SaysWhatMoreTausWouldCure()
    {
        Predictions predictions = TrainedTaus.Ensemble.Apply(s_fresh);
        Assert.All(predictions.SigmaStat!, sigma => Assert.True(sigma > 0 && float.IsFinite(sigma)));
        Assert.True(predictions.SigmaStat!.Average() < 0.5 * predictions.SigmaSyst!.Average());
        Assert.Equal(6, predictions.Distribution!.Components);
    }

    private static Moliere.Data.Features.FittedFeatures WithoutRatios() => new()
    {
        Features =
        [
            .. TrainedTaus.Mixture.Features.Features.Select(fitted =>
                fitted.Feature.Name is TauFeatures.LocalOverCombined or TauFeatures.EmOverLocal
                    ? fitted with { Feature = fitted.Feature with { Expression = "1" } }
                    : fitted),
        ],
    };
}
