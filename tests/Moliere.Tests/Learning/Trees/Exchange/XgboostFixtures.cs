using System.Text.Json;
using Moliere.Learning.Trees;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Trees.Exchange;

/// <summary>The models of <c>tests/data/xgboost</c> and what XGBoost predicts with them.</summary>
internal static class XgboostFixtures
{
    private static readonly JsonElement s_expected =
        JsonDocument.Parse(File.ReadAllBytes(PathOf("expected"))).RootElement;

    public static string[] Features { get; } =
        [.. s_expected.GetProperty("features").EnumerateArray().Select(name => name.GetString()!)];

    /// <summary>[N, F], NaN where missing.</summary>
    public static float[] Rows { get; } = Numbers(s_expected.GetProperty("rows"));

    public static int RowCount => Rows.Length / Features.Length;

    public static string PathOf(string name) => Repository.At("tests", "data", "xgboost", name + ".json");

    public static float[] Margins(string model) => Numbers(Of(model).GetProperty("margins"));

    public static float[] Predictions(string model) => Numbers(Of(model).GetProperty("predictions"));

    /// <summary>One kind of importance by feature; 0 for those that no tree looks at.</summary>
    public static double[] Importance(string model, string kind) =>
    [
        .. Features.Select(name => Of(model).GetProperty("importance").GetProperty(kind)
            .TryGetProperty(name, out JsonElement value) ? value.GetDouble() : 0),
    ];

    public static float[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(
        number => number.ValueKind == JsonValueKind.Null ? float.NaN : number.GetSingle())];

    /// <summary>Margins of all rows by the fast predictor.</summary>
    public static float[] Predict(BoostedTrees model, float[] rows)
    {
        using var predictor = new TreePredictor(model, threads: 2);
        int count = rows.Length / model.Features.Count;
        float[] margins = new float[count * model.MarginCount];
        predictor.Predict(rows, count, margins);
        return margins;
    }

    private static JsonElement Of(string model) => s_expected.GetProperty("models").GetProperty(model);
}
