using System.Globalization;
using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;

namespace Moliere.Calibration.Export;

/// <summary>
/// Writes a network calibration as an ONNX graph from raw cluster features to response and uncertainty, so that a
/// program without this one gets what <see cref="NetworkCalibration.Apply"/> gives: the network in single precision,
/// preparation of features, mode and sums over members in double.
/// </summary>
/// <source>ONNX operator set 13; the distribution's output names are those of ATLAS' cluster calibration tool.</source>
public static class NetworkExporter
{
    /// <summary>Name of the graph's input.</summary>
    public const string Input = "features";

    /// <summary>The model; equal calibrations and notes give equal models.</summary>
    /// <param name="calibration">What to write.</param>
    /// <param name="version">Version of the program that writes.</param>
    /// <param name="notes">Where the calibration comes from, kept as metadata.</param>
    /// <param name="form">Of a Bayesian network; without effect for others.</param>
    /// <exception cref="NotSupportedException">The network or its loss has no printed form.</exception>
    public static OnnxModel Export(
        NetworkCalibration calibration, string version, IReadOnlyList<KeyValuePair<string, string>> notes,
        BayesianForm form = BayesianForm.Sampled)
    {
        var graph = new OnnxBuilder();
        string features = calibration.Features.Features.Count.ToString(CultureInfo.InvariantCulture);
        string inputs = ExportNotes.Inputs(calibration.Features, ClusterFeatures.UnitOf);
        OnnxSymbol raw = graph.Input(new(Input, OnnxType.Float, ["N", features], inputs));
        OnnxSymbol standard = FeaturePrinter.Print(raw, calibration.Features);
        SymbolicPrediction prediction =
            NetworkPrinter.Print(standard, calibration.Network, calibration.Options.Plan.Loss, form);
        OnnxSymbol value = prediction.Value(calibration.Options.Central);
        OnnxSymbol isUsable = FeaturePrinter.IsFinite(raw, standard, value.To(OnnxType.Float).Unsqueeze(1));
        AddResponse(prediction, value, isUsable, calibration.Options.Scale);
        if (prediction.SigmaSyst is not null)
        {
            AddDistribution(prediction.Mixture, isUsable.Unsqueeze(1), calibration.Options.Scale);
        }

        string purpose = $"Response R = E_EM / E_dep of topo-clusters by {calibration.Name}; "
            + "the calibrated energy is E_EM / response.";
        return ExportedModel.Of(
            graph.Build(calibration.Name, purpose), version, [.. ExportNotes.Of(calibration, form), .. notes]);
    }

    private static void AddResponse(
        SymbolicPrediction prediction, OnnxSymbol value, OnnxSymbol isUsable, ResponseScale scale)
    {
        bool isLogarithm = scale == ResponseScale.Log10;
        OnnxSymbol free = isLogarithm ? value.Number(10).With("Pow", value) : value;
        OnnxSymbol clipped = free.With("Max", value.Number(ResponseTarget.Smallest))
            .With("Min", value.Number(ResponseTarget.Largest));
        OnnxSymbol response = clipped.Where(isUsable, value.Number(1));
        OnnxSymbol unit = (isLogarithm ? response * Math.Log(10) : (response * 0) + 1)
            .Where(isUsable, value.Number(double.NaN));
        Add(response, "response", "predicted R = E_EM / E_dep, reco over true; 1 where an input is not finite");
        const string part = "of the uncertainty of the response; NaN where an input is not finite";
        if (prediction.SigmaStat is { } stat)
        {
            Add(stat * unit, "sigma_stat", $"statistical part {part}");
        }

        if (prediction.SigmaSyst is { } syst)
        {
            Add(syst * unit, "sigma_syst", $"systematic part (intrinsic spread) {part}");
        }
    }

    private static void AddDistribution(SymbolicMixture mixture, OnnxSymbol isUsable, ResponseScale scale)
    {
        string variable = scale == ResponseScale.Log10 ? "log10 R" : "R";
        string components = mixture.Components.ToString(CultureInfo.InvariantCulture);
        Add("mus", mixture.Means, $"means of the components of the predicted distribution of {variable}");
        Add("sigmas", mixture.Sigmas.Through("Log") * 2, $"logarithms ln sigma² of their variances in {variable}");
        Add("alphas", mixture.Shares, "shares of the components, which sum to 1");

        void Add(string name, OnnxSymbol values, string description) => values.Builder.Output(
            values.Where(isUsable, values.Number(double.NaN)).To(OnnxType.Float),
            new(name, OnnxType.Float, ["N", components], description));
    }

    private static void Add(OnnxSymbol values, string name, string description) =>
        values.Builder.Output(values.To(OnnxType.Float), new(name, OnnxType.Float, ["N"], description));
}
