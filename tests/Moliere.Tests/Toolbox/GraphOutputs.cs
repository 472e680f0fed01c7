using Moliere.Data.Objects;

namespace Moliere.Tests.Toolbox;

/// <summary>What an exported graph should give for a calibration's predictions.</summary>
internal static class GraphOutputs
{
    /// <summary>The outputs by name, row-major; those that the method does not have are absent.</summary>
    public static Dictionary<string, float[]> Of(Predictions predictions)
    {
        Dictionary<string, float[]> outputs = new() { ["response"] = predictions.Response };
        if (predictions.SigmaStat is { } stat)
        {
            outputs["sigma_stat"] = stat;
        }

        if (predictions.SigmaSyst is { } syst)
        {
            outputs["sigma_syst"] = syst;
        }

        if (predictions.Distribution is { } distribution)
        {
            int k = distribution.Components;
            outputs["alphas"] = Columns(distribution, 0, k);
            outputs["mus"] = Columns(distribution, k, k);
            outputs["sigmas"] = [.. Columns(distribution, 2 * k, k).Select(sigma => 2 * MathF.Log(sigma))];
        }

        return outputs;
    }

    private static float[] Columns(PredictedDistribution distribution, int first, int count) =>
        [.. distribution.Parameters.Chunk(3 * distribution.Components).SelectMany(row => row[first..(first + count)])];
}
