using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// Reads and writes what <see cref="InSituDerivation"/> made: the tuned network. The calibration that it started from
/// has its own file and is given again when reading.
/// </summary>
/// <source>House format, specified in docs/formats.md.</source>
public static class InSituFile
{
    private const string Target = "dijets";

    /// <summary>Writes the tuned network; equal ones give equal bytes.</summary>
    /// <param name="calibration">A calibration of <see cref="InSituDerivation"/>.</param>
    /// <param name="path">File to make or replace.</param>
    /// <exception cref="ArgumentException">A calibration of another origin.</exception>
    public static void Write(ICalibration calibration, string path)
    {
        (NetworkPlan plan, Network network, double unit) = calibration switch
        {
            InSituCalibration tuned => (tuned.Tuned.Plan, tuned.Network, 0.0),
            RawMomentumCalibration raw => (raw.Plan, raw.Network, raw.Unit),
            _ => throw new ArgumentException($"'{calibration.Name}' was not tuned on dijets.", nameof(calibration)),
        };
        ModelFile.Write(path, plan, network, new JsonObject
        {
            ["name"] = calibration.Name,
            ["target"] = Target,
            ["unit"] = unit,
        });
    }

    /// <summary>Reads a calibration back.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <param name="start">The calibration that was tuned.</param>
    /// <param name="network">Its network before the tuning.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="InvalidFileException">The file is broken, of another kind, or of another network.</exception>
    public static ICalibration Read(string path, ICalibration start, IJetNetwork network, int threads)
    {
        (NetworkPlan plan, Network tuned, JsonObject metadata) = ModelFile.Read(path);
        bool isOurs = metadata["target"]?.GetValueKind() == System.Text.Json.JsonValueKind.String
            && metadata["target"]!.GetValue<string>() == Target;
        bool isSame = plan.Loss == network.Plan.Loss && ShapeOf(tuned) == ShapeOf(network.Network);
        if (!isOurs || !isSame)
        {
            throw new InvalidFileException(
                new(path),
                isOurs ? "a network of another shape than the one it should start from" : "another kind of model",
                "a network tuned on dijet events",
                "train it again");
        }

        string name = metadata["name"]!.GetValue<string>();
        double unit = metadata["unit"]!.GetValue<double>();
        return unit > 0
            ? new RawMomentumCalibration(name, network, tuned, unit, threads)
            : new InSituCalibration(name, start, network, tuned, threads);
    }

    private static (int, int, int) ShapeOf(Network network) =>
        (network.InputCount, network.PointWidth, network.Parameters.Length);
}
