using System.Globalization;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data.Objects;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Export;

/// <summary>
/// Writes a tau network as an ONNX graph from raw inputs to momentum and uncertainty, closure and factor on the
/// uncertainties included: what <see cref="TauNetworkCalibration.Apply(Data.Tables.Table)"/> gives for a table with
/// its classical scales. These and the selection of taus stay outside.
/// </summary>
/// <source>ONNX operator set 13; physics notes section 3.3.</source>
public static class TauNetworkExporter
{
    private static readonly double s_ln10 = Math.Log(10);

    private static readonly string[] s_kinematics = [TauColumns.Pt, TauColumns.PtCombined, TauColumns.Eta];

    /// <summary>The model; equal calibrations and notes give equal models.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="version">Version of the program that writes.</param>
    /// <param name="notes">Where the calibration comes from, kept as metadata.</param>
    /// <exception cref="NotSupportedException">The network or its loss has no printed form.</exception>
    public static OnnxModel Export(
        TauNetworkCalibration calibration, string version, IReadOnlyList<KeyValuePair<string, string>> notes) =>
        ExportedModel.Of(GraphOf(calibration), version, [.. NotesOf(calibration), .. notes]);

    private static OnnxGraph GraphOf(TauNetworkCalibration calibration)
    {
        var graph = new OnnxBuilder();
        (OnnxSymbol raw, OnnxSymbol kinematics) = Inputs(graph, calibration);
        OnnxSymbol standard = FeaturePrinter.Print(raw, calibration.Features);
        NetworkOptions options = calibration.Options;
        SymbolicPrediction prediction = NetworkPrinter.Print(standard, calibration.Network, options.Plan.Loss);
        prediction = calibration.Target == TauTarget.Ratio ? ToLogarithm(prediction) : prediction;
        OnnxSymbol value = prediction.Value(options.Central);
        OnnxSymbol isUsable = FeaturePrinter.IsFinite(raw, standard, kinematics, value.To(OnnxType.Float).Unsqueeze(1));
        AddOutputs(calibration, prediction, value, kinematics.To(OnnxType.Double), isUsable);
        return graph.Build(
            calibration.Name, $"Transverse momentum of hadronic taus by {calibration.Name}, and its uncertainty.");
    }

    private static (OnnxSymbol Raw, OnnxSymbol Kinematics) Inputs(OnnxBuilder graph, TauNetworkCalibration calibration)
    {
        int count = calibration.Features.Features.Count;
        string columns = (count + s_kinematics.Length).ToString(CultureInfo.InvariantCulture);
        string text = $"{ExportNotes.Inputs(calibration.Features, TauInputs.UnitOf)}, then the kinematics "
            + $"{s_kinematics[0]} [GeV], {s_kinematics[1]} [GeV], {s_kinematics[2]} [1]";
        OnnxSymbol all = graph.Input(new(NetworkExporter.Input, OnnxType.Float, ["N", columns], text));
        return (
            all.Gather(1, [.. Enumerable.Range(0, count).Select(column => (long)column)]),
            all.Gather(1, count, count + 1, count + 2));
    }

    private static IReadOnlyList<KeyValuePair<string, string>> NotesOf(TauNetworkCalibration calibration) =>
    [
        new("method", calibration.Name),
        new("target", "R = pt / truth_pt"),
        new("target_direction", "reconstructed over true: calibrated pt = pt / response"),
        .. ExportNotes.Of(calibration.Options),
        .. ExportNotes.Of(calibration.Features, TauInputs.UnitOf),
        new("kinematics", string.Join(",", s_kinematics)),
        new("closure", calibration.Closure is null ? "none" : "included"),
        new("selection", FormattableString.Invariant(
            $"taus with {calibration.Selection.TracksMin} to {calibration.Selection.TracksMax} tracks; not included")),
        .. ExportNotes.Of(calibration.Options.Plan, calibration.Network, BayesianForm.Sampled),
    ];

    private static void AddOutputs(
        TauNetworkCalibration calibration, SymbolicPrediction prediction, OnnxSymbol value, OnnxSymbol kinematics,
        OnnxSymbol isUsable)
    {
        (OnnxSymbol pt, OnnxSymbol combined, OnnxSymbol eta) = (Column(0), Column(1), Column(2));
        OnnxSymbol network = value.Number(10).With("Pow", value)
            .With("Max", value.Number(ResponseTarget.Smallest)).With("Min", value.Number(ResponseTarget.Largest));
        OnnxSymbol start = (combined / network).Through("Log").Unsqueeze(1);
        (OnnxSymbol log, OnnxSymbol stretch) = Closed(calibration, start, eta.Unsqueeze(1));
        OnnxSymbol response = (pt / log.Squeeze(1).Through("Exp")).Where(isUsable, pt.Number(1));
        OnnxSymbol unit = (response * stretch.Squeeze(1) * s_ln10).Where(isUsable, pt.Number(double.NaN));
        Output(pt / response, "pt", "calibrated transverse momentum [GeV]; pt where an input is not finite");
        Output(response, "response", "predicted R = pt / truth_pt, reco over true; 1 where an input is not finite");
        AddSigma(prediction.SigmaStat, unit, "sigma_stat", "statistical part");
        AddSigma(prediction.SigmaSyst, unit, "sigma_syst", "systematic part (intrinsic spread)");

        OnnxSymbol Column(long column) => kinematics.Gather(1, column).Squeeze(1);
    }

    private static void AddSigma(OnnxSymbol? sigma, OnnxSymbol unit, string name, string part)
    {
        if (sigma is { } known)
        {
            Output(known * unit, name, $"{part} of the uncertainty of the response; NaN where an input is not finite");
        }
    }

    // ln of the calibrated momentum, and by what relative uncertainties are multiplied: d ln pT_calib / d ln pT.
    private static (OnnxSymbol Log, OnnxSymbol Stretch) Closed(
        TauNetworkCalibration calibration, OnnxSymbol log, OnnxSymbol eta)
    {
        OnnxBuilder graph = log.Builder;
        OnnxSymbol stretch = (log * 0) + 1;
        if (calibration.Closure is { } closure)
        {
            OnnxSymbol bin = BinOf(eta, closure);
            for (int pass = 0; pass < closure.Curves.Count; pass++)
            {
                var curve = SymbolicCurve.Of(graph, $"closure{pass}", closure.Curves[pass]);
                OnnxSymbol above = curve.At(log + ClosureCurve.Step, bin, rises: true);
                OnnxSymbol below = curve.At(log - ClosureCurve.Step, bin, rises: true);
                stretch *= (above - below) * (0.5 / ClosureCurve.Step);
                log = curve.At(log, bin, rises: true);
            }
        }

        return calibration.Spread is { } spread
            ? (log, stretch * SymbolicCurve.Of(graph, "spread", spread).At(log, log * 0, rises: false))
            : (log, stretch);
    }

    private static OnnxSymbol BinOf(OnnxSymbol eta, ClosureSpline closure)
    {
        double[] inner = [.. closure.EtaEdges.Skip(1).SkipLast(1)];
        if (inner.Length == 0)
        {
            return eta * 0;
        }

        OnnxSymbol edges = eta.Builder.Constant(OnnxTensor.Of("closure_edges", inner, inner.Length));
        OnnxSymbol isBelow = eta.Through("Abs") < edges;
        return (edges * 0).Where(isBelow, eta.Number(1)).Sum(-1, isKept: true);
    }

    private static SymbolicPrediction ToLogarithm(SymbolicPrediction prediction)
    {
        SymbolicMixture mixture = prediction.Mixture;
        OnnxSymbol means = AtLeast(mixture.Means), mean = AtLeast(prediction.Mean);
        return prediction with
        {
            Mixture = mixture with { Means = Log(means), Sigmas = mixture.Sigmas / (means * s_ln10) },
            Mean = Log(mean),
            SigmaStat = prediction.SigmaStat is { } stat ? stat / (mean * s_ln10) : null,
            SigmaSyst = prediction.SigmaSyst is { } syst ? syst / (mean * s_ln10) : null,
        };

        static OnnxSymbol AtLeast(OnnxSymbol t) => t.With("Max", t.Number(RatioReading.Least));
        static OnnxSymbol Log(OnnxSymbol t) => t.Through("Log") * (-1 / s_ln10);
    }

    private static void Output(OnnxSymbol values, string name, string description) =>
        values.Builder.Output(values.To(OnnxType.Float), new(name, OnnxType.Float, ["N"], description));
}
