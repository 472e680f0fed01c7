using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Calibration.Neural;
using Moliere.Data.Features;
using Moliere.Learning.Export;
using Moliere.Learning.Models;

namespace Moliere.Calibration.Export;

/// <summary>What somebody who finds an exported file must know to use it, as text by key.</summary>
internal static class ExportNotes
{
    private static readonly JsonSerializerOptions s_json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The input's doc string: names and units in order.</summary>
    public static string Inputs(FittedFeatures features, Func<string, string> unitOf) =>
        "raw values, in this order: " + string.Join(", ", features.Features.Select(
            fitted => $"{fitted.Feature.Expression} [{unitOf(fitted.Feature.Name)}]"));

    /// <summary>Meaning of inputs, target and network.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(NetworkCalibration calibration, BayesianForm form) =>
    [
        new("method", calibration.Name),
        new("target", "R = E_EM / E_dep"),
        new("target_direction", "reconstructed over true: calibrated energy = E_EM / response"),
        .. Of(calibration.Options),
        .. Of(calibration.Features, ClusterFeatures.UnitOf),
        .. Of(calibration.Options.Plan, calibration.Network, form),
    ];

    /// <summary>What outputs mean and how far they reach.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(NetworkOptions options) =>
    [
        new("target_scale", options.Scale.ToString()),
        new("central_value", options.Central.ToString()),
        new("response_range", Invariant($"{ResponseTarget.Smallest} to {ResponseTarget.Largest}, clipped")),
        new("not_calibrated", "a row with an input that is not finite has response 1 and NaN elsewhere"),
    ];

    /// <summary>Order and preparation of the inputs.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        FittedFeatures features, Func<string, string> unitOf) =>
    [
        new("feature_order", string.Join(",", features.Features.Select(fitted => fitted.Feature.Name))),
        new("features", Features(features, unitOf).ToJsonString(s_json)),
    ];

    /// <summary>The network.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        NetworkPlan plan, Network network, BayesianForm form) =>
    [
        new("network", plan.Family.ToString()),
        .. Family(plan, form),
        new("layers", $"{network.InputCount}-{string.Join("-", plan.Shape.Hidden)}-{network.OutputCount} "
            + $"{plan.Shape.Activation}"),
        new("loss", plan.Loss.GetType().Name),
    ];

    private static KeyValuePair<string, string>[] Family(NetworkPlan plan, BayesianForm form) => plan.Family switch
    {
        NetworkFamily.Bayesian when form == BayesianForm.OnePass =>
            [new("form", "one pass of means and variances through the layers")],
        NetworkFamily.Bayesian =>
        [
            new("form", "average over draws of the weights"),
            new("draws", Invariant($"{plan.Bayesian.Draws}")),
            new("draw_seed", Invariant($"{plan.Bayesian.DrawSeed}")),
        ],
        NetworkFamily.DeepEnsemble or NetworkFamily.RepulsiveEnsemble =>
            [new("members", Invariant($"{plan.Ensemble.Members}"))],
        _ => [],
    };

    private static JsonArray Features(FittedFeatures features, Func<string, string> unitOf) =>
        [.. features.Features.Select(fitted => (JsonNode)new JsonObject
        {
            ["name"] = fitted.Feature.Name,
            ["expression"] = fitted.Feature.Expression,
            ["unit"] = unitOf(fitted.Feature.Name),
            ["transform"] = fitted.Feature.Transform.ToString(),
            ["floor"] = fitted.Feature.Transform == FeatureTransform.Log10 ? fitted.Feature.Floor : null,
            ["low"] = fitted.Feature.Low,
            ["high"] = fitted.Feature.High,
            ["mean"] = fitted.Mean,
            ["sigma"] = fitted.Sigma,
        })];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
