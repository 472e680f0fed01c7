using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Validation.Plots.Taus;

/// <summary>Line shapes of all methods overlaid: everything, ranges of true pT, and each decay mode.</summary>
/// <source>Physics notes section 3.5.</source>
public static class TauLineShapes
{
    /// <summary>The taus of 20 to 60 GeV, where calorimeter and tracks compete, and harder ones.</summary>
    /// <param name="sample">Taus and methods; without true pT only the whole sample is drawn.</param>
    /// <param name="choices">Methods, label, symbol.</param>
    public static IReadOnlyList<Figure> Momentum(ValidationSample sample, FigureChoices choices)
    {
        var shapes = new TauShapes(sample, choices);
        List<Figure> drawn = [.. shapes.Methods("all", "all taus", _ => true)];
        if (sample.Variables.TryGetValue(TauAxes.TruePt, out float[]? truth))
        {
            foreach ((double low, double high) in ((double, double)[])[(20, 60), (60, 200)])
            {
                drawn.AddRange(shapes.Methods(
                    FormattableString.Invariant($"pt-{low}-{high}"),
                    FormattableString.Invariant($"p_{{T}}^{{true}} {low} to {high} GeV"),
                    row => truth[row] >= low && truth[row] < high));
            }
        }

        return drawn;
    }

    /// <summary>One figure per true decay mode; none without the column.</summary>
    /// <param name="sample">Taus and methods.</param>
    /// <param name="choices">Methods, label, symbol.</param>
    public static IReadOnlyList<Figure> Modes(ValidationSample sample, FigureChoices choices)
    {
        if (!sample.Variables.TryGetValue(TauAxes.TrueMode, out float[]? mode))
        {
            return [];
        }

        var shapes = new TauShapes(sample, choices);
        return
        [
            .. TauAxes.ModeNames.SelectMany((name, number) =>
                shapes.Methods($"mode-{name}", $"true decay mode {name}", row => mode[row] == number).Take(1)),
        ];
    }
}
