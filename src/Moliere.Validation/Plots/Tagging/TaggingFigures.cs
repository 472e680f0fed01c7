using Moliere.Numerics.Statistics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Validation.Plots.Tagging;

/// <summary>
/// Figures of taggers: rejection against efficiency, and what a cut does to a variable of background.
/// </summary>
/// <source>ATL-PHYS-PUB-2018-014, figures 4 to 8, for the choice of axes.</source>
public static class TaggingFigures
{
    private const int Points = 60;

    /// <summary>Background rejection against signal efficiency.</summary>
    /// <param name="sample">Objects and taggers.</param>
    /// <param name="choices">Methods that are drawn, in the order of the legend; label.</param>
    /// <param name="id">Name of the files.</param>
    /// <param name="title">Heading, such as signal and background by name.</param>
    public static Figure Roc(
        TaggingSample sample, FigureChoices choices, string id = "roc", string title = "Rejection of background")
    {
        sample.Check();
        double background = SampleSize.Effective(
            [.. sample.IsSignal.Select((isSignal, row) => isSignal ? 0 : sample.Weights?[row] ?? 1)]);
        return new()
        {
            Id = id,
            Title = title,
            X = new PlotAxis("signal efficiency") { Low = 0, High = 1 },
            Y = new PlotAxis("background rejection 1 / ε_{b}") { IsLogarithmic = true },
            Layers = [.. Drawn(sample, choices).Select(method => new CurveLayer(method.Name, Curve(
                RocCurve.Of(method.Scores, sample.IsSignal, sample.Weights ?? []), background)))],
            Label = choices.Label,
            Caption = "Higher is better. Bands are 95 % intervals of the number of background objects that pass; "
                + "curves begin where ten of them do.",
        };
    }

    /// <summary>The protected variable of background that passes each tagger's cut, beside that of all.</summary>
    /// <param name="sample">Objects and taggers with cuts; those without are left out.</param>
    /// <param name="shape">The variable and its bins.</param>
    /// <param name="axis">Its axis.</param>
    /// <param name="choices">Methods that are drawn; label.</param>
    /// <param name="id">Name of the files.</param>
    public static Figure Passing(
        TaggingSample sample, ProtectedShape shape, PlotAxis axis, FigureChoices choices, string id = "sculpting") =>
        new()
        {
            Id = id,
            Title = "Background that passes at half of the signal",
            X = axis,
            Y = new PlotAxis("share per bin"),
            Layers =
            [
                new HistogramLayer(AllBackground, shape.Edges, Shares(sample, shape, _ => true)),
                .. Drawn(sample, choices).Where(method => method.Cut is not null).Select(method =>
                    new HistogramLayer(method.Name, shape.Edges,
                        Shares(sample, shape, row => method.Scores[row] >= method.Cut))),
            ],
            Label = choices.Label,
            Caption = "Each histogram has the area 1. A tagger that knows the variable leaves background that looks "
                + "like signal; one that does not leaves the shape of all background.",
        };

    /// <summary>Background efficiency at each tagger's cut in bins of the protected variable, over the mean.</summary>
    /// <param name="sample">Objects and taggers with cuts.</param>
    /// <param name="shape">The variable and its bins.</param>
    /// <param name="axis">Its axis.</param>
    /// <param name="choices">Methods that are drawn; label.</param>
    /// <param name="id">Name of the files.</param>
    /// <param name="merged">So many bins of the shape make one of the figure.</param>
    public static Figure Profile(
        TaggingSample sample, ProtectedShape shape, PlotAxis axis, FigureChoices choices,
        string id = "efficiency-profile", int merged = 5) => new()
        {
            Id = id,
            Title = "Background efficiency, local over mean",
            X = axis,
            Y = new PlotAxis("ε_{b} / mean ε_{b}") { Low = 0 },
            Layers = [.. Drawn(sample, choices).Where(method => method.Cut is not null).Select(method =>
                new CurveLayer(method.Name, Local(sample, shape, method, merged)))],
            Guides = [1],
            Label = choices.Label,
            Caption = "Flat at 1 means that the cut does not know the variable. Bands are 95 % Wilson intervals, their "
                + "longer side drawn both ways.",
        };

    /// <summary>Flatness against rejection: what a decorrelation costs and what it brings.</summary>
    /// <param name="families">Methods with their settings from weak to strong; a lone method is a point.</param>
    /// <param name="floor">Largest 1/JSD that means something; 0 for none.</param>
    /// <param name="label">Text on the figure.</param>
    public static Figure Tradeoff(IReadOnlyList<TradeoffFamily> families, double floor, string label) => new()
    {
        Id = "tradeoff",
        Title = "Rejection and independence",
        X = Padded("background rejection at 50 % signal", families, setting => setting.Rejection),
        Y = Padded("1 / JSD of passing and failing background", families, setting => setting.Flatness, floor),
        Layers = [.. families.Select(family => new CurveLayer(family.Name, [.. family.Settings.Select(setting =>
            new CurvePoint(setting.Rejection, setting.Rejection, setting.Flatness, setting.Error))]))],
        Guides = floor > 0 ? [floor] : [],
        Label = label,
        Caption = "Up and to the right is better. The dashed line is what two samples of one distribution of this size "
            + "have on average: points near or above it say no more than that. Lines join settings of one method.",
    };

    // Markers at the very ends of an axis would be cut in half.
    private static PlotAxis Padded(
        string title, IReadOnlyList<TradeoffFamily> families,
        Func<(double Rejection, double Flatness, double? Error), double> value, double other = 0)
    {
        const double margin = 1.25;
        double[] values = [.. families.SelectMany(family => family.Settings).Select(value).Append(other)
            .Where(number => double.IsFinite(number) && number > 0)];
        return new(title)
        {
            IsLogarithmic = true,
            Low = values.Length > 0 ? values.Min() / margin : null,
            High = values.Length > 0 ? values.Max() * margin : null,
        };
    }

    /// <summary>Name of the histogram of all background, which no tagger has cut.</summary>
    public const string AllBackground = "all background";

    private static IEnumerable<TaggedScores> Drawn(TaggingSample sample, FigureChoices choices) =>
        choices.Methods.Select(name => sample.Methods.FirstOrDefault(method => method.Name == name))
            .OfType<TaggedScores>();

    // The relative error of 1 / efficiency is one over the root of the number that passes.
    private static CurvePoint[] Curve(RocCurve curve, double background)
    {
        const int fewest = 10;
        return
        [
            .. Enumerable.Range(1, Points).Select(i => (double)i / Points)
                .Select(efficiency => (efficiency, passing: curve.BackgroundEfficiency(efficiency)))
                .Where(point => point.passing * background >= fewest)
                .Select(point => new CurvePoint(
                    point.efficiency - (0.5 / Points), point.efficiency + (0.5 / Points), 1 / point.passing,
                    1.96 / point.passing * Math.Sqrt((1 - point.passing) / (point.passing * background)))),
        ];
    }

    private static double[] Shares(TaggingSample sample, ProtectedShape shape, Predicate<int> passes)
    {
        double[] contents = Contents(sample, shape, passes);
        double sum = contents.Sum();
        return sum > 0 ? [.. contents.Select(content => content / sum)] : contents;
    }

    private static double[] Contents(
        TaggingSample sample, ProtectedShape shape, Predicate<int> passes, bool isSquared = false)
    {
        var contents = new double[shape.Bins];
        for (int row = 0; row < sample.Rows; row++)
        {
            if (!sample.IsSignal[row] && shape.BinOf(row) is >= 0 and int bin && passes(row))
            {
                double weight = sample.Weights?[row] ?? 1;
                contents[bin] += isSquared ? weight * weight : weight;
            }
        }

        return contents;
    }

    private static CurvePoint[] Local(TaggingSample sample, ProtectedShape shape, TaggedScores method, int merged)
    {
        double[] all = Merge(Contents(sample, shape, _ => true), merged);
        double[] passing = Merge(Contents(sample, shape, row => method.Scores[row] >= method.Cut), merged);
        double[] squares = Merge(Contents(sample, shape, _ => true, isSquared: true), merged);
        double mean = passing.Sum() / all.Sum();
        return [.. all.Select((weight, bin) =>
        {
            double efficiency = passing[bin] / weight, size = weight * weight / squares[bin];
            double low = shape.Edges[bin * merged], high = shape.Edges[Math.Min(shape.Bins, (bin + 1) * merged)];
            return size >= 20 && mean > 0
                ? new CurvePoint(low, high, efficiency / mean, Wilson(efficiency, size) / mean)
                : new CurvePoint(low, high, null, null);
        })];
    }

    // Longer side of the 95 % interval of a share: Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
    private static double Wilson(double share, double size)
    {
        const double square = 1.96 * 1.96;
        double shrink = 1 / (1 + (square / size)), middle = (share + (0.5 * square / size)) * shrink;
        double half = Math.Sqrt(square * ((share * (1 - share)) + (0.25 * square / size)) / size) * shrink;
        return half + Math.Abs(middle - share);
    }

    private static double[] Merge(double[] contents, int merged) =>
        [.. contents.Chunk(merged).Select(chunk => chunk.Sum())];
}

/// <summary>One method at several strengths of its decorrelation.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Settings">From weak to strong: rejection at 50 %, 1/JSD, half of its 95 % interval.</param>
public sealed record TradeoffFamily(
    string Name, IReadOnlyList<(double Rejection, double Flatness, double? Error)> Settings);
