using Moliere.Calibration.Closure;
using Moliere.Calibration.Export;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Onnx;
using Moliere.Learning.Models;
using Moliere.Tests.Calibration.Neural.Taus;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Export;

public sealed class TauNetworkExporterTests
{
    private const double Tolerance = 2e-5;

    private static readonly Table s_taus = ToyTaus.With(
        ToyTaus.Taus(60, seed: 40), TauColumns.Mu, values => [float.NaN, .. values[1..]]);

    [Theory]
    [InlineData(TauTarget.Logarithm, CentralValue.Median)]
    [InlineData(TauTarget.Logarithm, CentralValue.Mean)]
    [InlineData(TauTarget.Ratio, CentralValue.Median)]
    [InlineData(TauTarget.Ratio, CentralValue.Mean)]
    public void Graph_PredictsWhatTheCalibrationPredicts(TauTarget target, CentralValue central)
    {
        TauNetworkCalibration trained = TrainedTaus.Mixture;
        Check(
            trained with { Target = target, Options = trained.Options with { Central = central }, Closure = s_closure },
            RunByDefinition);
    }

    [Fact]
    public void Ensemble_HasItsStatisticalPart() => Check(TrainedTaus.Ensemble, RunByDefinition);

    [Fact]
    public void WithoutLaterSteps_TheNetworkAloneIsWritten() =>
        Check(TrainedTaus.Mixture with { Closure = null, Spread = null }, RunByDefinition);

    [SkippableFact]
    public void InTheRealRuntime_PredictionsAgree() => Check(
        TrainedTaus.Mixture with { Closure = s_closure },
        model => OnnxRuntime.RunOrSkip(model, Raw(TrainedTaus.Mixture)));

    [Fact]
    public void Metadata_SayWhatIsInside()
    {
        OnnxModel model = TauNetworkExporter.Export(TrainedTaus.Mixture, "1.2", [new("training_seed", "4")]);
        Dictionary<string, string> notes = new(model.Metadata);
        Assert.Equal("R = pt / truth_pt", notes["target"]);
        Assert.Equal(("included", "4"), (notes["closure"], notes["training_seed"]));
        Assert.Equal("pt,pt_combined,eta", notes["kinematics"]);
        Assert.Equal("20-24-24-6 Relu", notes["layers"]);
        Assert.Contains("pt_combined [GeV]", model.Graph.Inputs[0].Description, StringComparison.Ordinal);
        Assert.Equal(
            OnnxWriter.ToBytes(model),
            OnnxWriter.ToBytes(TauNetworkExporter.Export(TrainedTaus.Mixture, "1.2", [new("training_seed", "4")])));
    }

    // Two passes, bins of different lengths, bent, and with ends inside the range of the taus.
    private static readonly ClosureSpline s_closure = new(
        [0, 0.8, 1.6, 2.7],
        [
            [new([3, 3.5, 4.5], [3.1, 3.55, 4.4]), new([2, 5], [2, 5.2]), new([2.5, 3, 3.2, 5], [2.4, 3, 3.3, 5])],
            [new([1, 6], [1.05, 6.05]), new([3, 4, 5], [3, 4.05, 5]), new([2, 6], [2, 6])],
        ]);

    private static Dictionary<string, float[]> RunByDefinition(OnnxModel model)
    {
        float[] raw = Raw(TrainedTaus.Mixture);
        return OnnxEvaluator.Run(model, raw, raw.Length / s_taus.RowCount)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Data.Select(value => (float)value).ToArray());
    }

    private static void Check(TauNetworkCalibration calibration, Func<OnnxModel, Dictionary<string, float[]>> run)
    {
        Dictionary<string, float[]> found = run(TauNetworkExporter.Export(calibration, "1", []));
        Predictions predictions = calibration.Apply(s_taus);
        float[] pt = s_taus.Floats(TauColumns.Pt);
        AssertClose([.. predictions.Response.Select((r, row) => pt[row] / r)], found["pt"]);
        AssertClose(predictions.Response, found["response"]);
        AssertClose(predictions.SigmaSyst!, found["sigma_syst"]);
        Assert.Equal(predictions.SigmaStat is not null, found.ContainsKey("sigma_stat"));
        AssertClose(predictions.SigmaStat ?? [], found.GetValueOrDefault("sigma_stat") ?? []);
        Assert.Equal((1f, float.NaN), (found["response"][0], found["sigma_syst"][0]));
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.True(
            float.IsNaN(pair.First) ? float.IsNaN(pair.Second)
                : Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Abs(pair.First),
            $"{pair.Second}, expected {pair.First}"));
    }

    // Values of the inputs' expressions and of the kinematics, row by row.
    private static float[] Raw(TauNetworkCalibration calibration)
    {
        double[][] columns =
        [
            .. calibration.Features.Features.Select(f => Expression.Parse(f.Feature.Expression).Evaluate(s_taus)),
            .. new[] { TauColumns.Pt, TauColumns.PtCombined, TauColumns.Eta }
                .Select(name => Expression.Parse(name).Evaluate(s_taus)),
        ];
        return
            [.. Enumerable.Range(0, s_taus.RowCount).SelectMany(row => columns.Select(column => (float)column[row]))];
    }
}
