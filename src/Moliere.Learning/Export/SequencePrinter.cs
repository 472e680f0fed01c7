using System.Globalization;
using Moliere.Formats.Onnx;
using Moliere.Learning.Models;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints a network over sequences together with its inputs. A program passes <c>features</c>, float [N, F], and for
/// each list its points padded to the most that the network takes, float [N, L, P], and their true number, int64 [N],
/// under the name of the list with <c>_count</c> behind. What stands in the padding has no effect.
/// </summary>
public static class SequencePrinter
{
    /// <summary>Declares the inputs and prints the layers.</summary>
    /// <param name="graph">Receives both.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="names">What each list is called, such as <c>clusters</c>.</param>
    /// <returns>Raw outputs, float [N, O].</returns>
    /// <exception cref="ArgumentException">Other numbers of lists and names.</exception>
    public static OnnxSymbol Print(OnnxBuilder graph, SequenceNetwork network, IReadOnlyList<string> names)
    {
        if (names.Count != network.ListWidths.Count)
        {
            throw new ArgumentException(
                $"{names.Count} names for {network.ListWidths.Count} lists of points.", nameof(names));
        }

        OnnxSymbol features = graph.Input(new(
            "features", OnnxType.Float, ["N", Text(network.InputCount)], "Features of the object, as in training."));
        PaddedList[] lists = [.. names.Select((name, list) => Input(graph, network, name, list))];
        return TapePrinter.Print(features, network.Tape, [network.Parameters], lists);
    }

    private static PaddedList Input(OnnxBuilder graph, SequenceNetwork network, string name, int list)
    {
        int length = network.MostPoints(list);
        OnnxSymbol points = graph.Input(new(
            name, OnnxType.Float, ["N", Text(length), Text(network.ListWidths[list])],
            $"Points of the list '{name}' in the order of training, padded behind the last one."));
        OnnxSymbol counts = graph.Input(new(
            $"{name}_count", OnnxType.Int64, ["N"], $"How many of the {length} places hold points; may be 0."));
        return new(points, counts, length);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
