using Moliere.Data.Objects;
using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Distributions behind the figures: line shapes of the response, pulls, response against energy.</summary>
public static class DistributionFigures
{
    /// <summary>Line shape of calibrated over true energy in a range of a variable.</summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="axis">Variable with its title; its bins are not used.</param>
    /// <param name="range">Range of the variable.</param>
    /// <param name="choices">Methods and label.</param>
    public static Figure LineShape(ValidationSample sample, BinAxis axis, ValueBin range, FigureChoices choices)
    {
        float[] variable = sample.Variable(axis.Variable);
        double[] edges = Edges(60, 0, 2);
        IEnumerable<HistogramLayer> layers = Methods(sample, choices).Select(method => new HistogramLayer(
            method.Name,
            edges,
            Density(sample, edges, row => range.Contains(variable[row])
                ? sample.Target[row] / method.Predictions.Response[row]
                : double.NaN)));
        bool isOpen = double.IsPositiveInfinity(range.High);
        string where = $"{NumberText.Tick(range.Low)} " + (isOpen ? "and above" : $"to {NumberText.Tick(range.High)}");
        string bounds = $"{NumberText.Exact(range.Low)}-" + (isOpen ? "up" : NumberText.Exact(range.High));
        return new Figure
        {
            Id = $"lineshape-{axis.Variable}-{bounds}".Replace('.', 'p'),
            Title = $"Line shape, {axis.Title ?? axis.Variable} {where}",
            X = new PlotAxis(choices.Ratio),
            Y = new PlotAxis("density") { Low = 0 },
            Layers = [.. layers],
            Label = choices.Label,
            Caption = $"Distribution of calibrated over true {choices.Quantity}, normalised to all rows of the range; "
                + "narrow and centred at 1 is good. Rows outside the frame count for the normalisation.",
        };
    }

    /// <summary>Pulls of the methods that give an uncertainty, with the standard normal law; null when none
    /// does.</summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="choices">Methods and label.</param>
    public static Figure? Pulls(ValidationSample sample, FigureChoices choices)
    {
        double[] edges = Edges(80, -5, 5);
        FigureLayer[] layers = [.. Methods(sample, choices).Where(method => method.Predictions.HasUncertainty)
            .Select(method => new HistogramLayer(
                method.Name, edges, Density(sample, edges, row => Pull(sample, method.Predictions, row))))];
        return layers.Length == 0 ? null : new Figure
        {
            Id = "pulls",
            Title = "Pulls",
            X = new PlotAxis("(R_{pred} − R) / σ"),
            Y = new PlotAxis("density") { Low = 0 },
            Layers = [.. layers, new CurveLayer(NormalLaw, Normal())],
            Label = choices.Label,
            Caption = "Predicted minus true response over the predicted uncertainty; the dashed curve is the "
                + "standard normal law.",
        };
    }

    /// <summary>Name under which <see cref="Pulls"/> draws the standard normal law.</summary>
    public const string NormalLaw = "normal";

    /// <summary>Distribution of a quantity per row against a variable, each column normalised to its own
    /// content.</summary>
    /// <param name="sample">Rows and methods.</param>
    /// <param name="method">Method whose calibrated over true energy is shown.</param>
    /// <param name="axis">Variable and its bins.</param>
    /// <param name="choices">Label.</param>
    public static Figure ResponseMap(ValidationSample sample, MethodSample method, BinAxis axis, FigureChoices choices)
    {
        float[] variable = sample.Variable(axis.Variable);
        double[] yEdges = Edges(50, 0, 2);
        var contents = new double[axis.Bins.Count, yEdges.Length - 1];
        for (int bin = 0; bin < axis.Bins.Count; bin++)
        {
            ValueBin column = axis.Bins[bin];
            double[] density = Density(sample, yEdges, row => column.Contains(variable[row])
                ? sample.Target[row] / method.Predictions.Response[row]
                : double.NaN);
            for (int y = 0; y < density.Length; y++)
            {
                contents[bin, y] = density[y];
            }
        }

        double[] xEdges = [.. axis.Bins.Select(bin => bin.Low), axis.Bins[^1].High];
        return new Figure
        {
            Id = $"map-{method.Name}-{axis.Variable}",
            Title = $"Response of {method.Name}",
            X = PlotAxis.Of(axis),
            Y = new PlotAxis(choices.Ratio),
            Layers = [new HeatLayer(method.Name, xEdges, yEdges, contents, "density in each column")],
            Guides = [1],
            Label = choices.Label,
            Caption =
                $"Distribution of calibrated over true {choices.Quantity} in each bin, every column normalised to its "
                + "own rows.",
        };
    }

    private static IEnumerable<MethodSample> Methods(ValidationSample sample, FigureChoices choices) =>
        choices.Methods.SelectMany(name => sample.Methods.Where(method => method.Name == name));

    private static double Pull(ValidationSample sample, Predictions predictions, int row) =>
        predictions.Status[row] == CalibrationStatus.Calibrated
            ? (predictions.Response[row] - sample.Target[row]) / predictions.SigmaTotal(row)
            : double.NaN;

    // Weighted density; NaN rows do not belong to the sample, rows outside the edges count for the normalisation.
    internal static double[] Density(ValidationSample sample, double[] edges, Func<int, double> quantity)
    {
        var contents = new double[edges.Length - 1];
        double total = 0, width = (edges[^1] - edges[0]) / contents.Length;
        for (int row = 0; row < sample.Rows; row++)
        {
            double value = quantity(row), weight = sample.Weights?[row] ?? 1;
            if (double.IsNaN(value))
            {
                continue;
            }

            total += weight;
            double bin = Math.Floor((value - edges[0]) / width);
            if (bin >= 0 && bin < contents.Length)
            {
                contents[(int)bin] += weight;
            }
        }

        double scale = total > 0 ? 1 / (total * width) : 0;
        return Array.ConvertAll(contents, content => content * scale);
    }

    internal static double[] Edges(int count, double low, double high) =>
        [.. Enumerable.Range(0, count + 1).Select(i => low + ((high - low) * i / count))];

    private static CurvePoint[] Normal() => [.. Enumerable.Range(-50, 101).Select(i => 0.1 * i)
        .Select(x => new CurvePoint(x, x, Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI), null))];
}
