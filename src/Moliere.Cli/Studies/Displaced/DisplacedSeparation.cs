using System.Globalization;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Tagging;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>Drawings of how well taggers separate, by background and by masses; curves are of the first seed.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="label">Text on every figure.</param>
internal sealed class DisplacedSeparation(DisplacedFindings findings, string label)
{
    private static readonly (DisplacedClass Class, string Id, string Name, string Area)[] s_backgrounds =
    [
        (DisplacedClass.Qcd, "qcd", "QCD", DisplacedMetric.AreaQcd),
        (DisplacedClass.BeamInduced, "bib", "BIB", DisplacedMetric.AreaBib),
    ];

    /// <summary>Names of the masses, in their order.</summary>
    public IReadOnlyList<string> Masses => [.. findings.Points.Select(point => string.Create(
        CultureInfo.InvariantCulture, $"{point.Resonance:0}, {point.Scalar:0} GeV"))];

    /// <summary>Rejection of each background, tagger by tagger.</summary>
    public IReadOnlyList<Figure> Curves =>
    [
        .. s_backgrounds.Select(background => RejectionFigures.Of(
            [.. DisplacedMethods.Taggers.Select(method => Curve(method, method, background.Class, _ => true))],
            label, $"roc-{background.Id}", $"Rejection of {background.Name} jets")),
    ];

    /// <summary>That of the adversarial network, by masses of resonance and scalar.</summary>
    public IReadOnlyList<Figure> CurvesByMasses
    {
        get
        {
            float[] scalar = findings.Parts.Test.Floats(DisplacedJetColumns.LongLivedMass);
            float[] resonance = findings.Parts.Test.Floats(DisplacedJetColumns.ResonanceMass);
            return
            [
                .. s_backgrounds.Select(background => RejectionFigures.Of(
                    [
                        .. findings.Points.Select((point, i) => Curve(
                            Masses[i], DisplacedMethods.Adversarial, background.Class,
                            row => scalar[row] == point.Scalar && resonance[row] == point.Resonance)),
                    ],
                    label, $"roc-{background.Id}-by-mass",
                    $"{DisplacedMethods.Adversarial}: rejection of {background.Name} jets by m_{{H}}, m_{{s}}")),
            ];
        }
    }

    /// <summary>What is missing to a perfect area, by masses.</summary>
    public IReadOnlyList<Figure> AreasByMasses =>
    [
        .. s_backgrounds.Select(background => ByMasses(
            $"auc-{background.Id}-by-mass", $"Signal – {background.Name} pairs in the wrong order, by masses",
            new("1 − AUC") { IsLogarithmic = true }, background.Area, DisplacedMethods.Taggers, area => 1 - area,
            "Lower is better; areas of exactly 1 are not drawn. ")),
    ];

    /// <summary>What networks gain over trees in events, by masses.</summary>
    public Figure GainByMasses => ByMasses(
        "gain-by-mass", "S / √B of the chosen cut over that after trees, by masses",
        new("S / √B, network over trees"), DisplacedMetric.SignificanceGain,
        [DisplacedMethods.Network, DisplacedMethods.Adversarial], gain => gain, "Higher is better. ") with
    {
        Guides = [1],
    };

    private CurveLayer Curve(string name, string method, DisplacedClass background, Predicate<int> signal)
    {
        Table jets = findings.Parts.Test;
        float[] scores = findings.First(method).Scores, weights = jets.Floats(DisplacedJetColumns.Weight);
        float[] classes = jets.Floats(DisplacedJetColumns.Class);
        bool IsSignal(int row) => classes[row] == (int)DisplacedClass.Signal;
        int[] rows = [.. Enumerable.Range(0, jets.RowCount).Where(row =>
            float.IsFinite(scores[(row * 3) + 1])
            && (IsSignal(row) ? signal(row) : classes[row] == (int)background))];
        return RejectionFigures.Curve(
            name, Array.ConvertAll(rows, row => scores[(row * 3) + 1]), Array.ConvertAll(rows, IsSignal),
            Array.ConvertAll(rows, row => weights[row]));
    }

    private Figure ByMasses(
        string id, string title, PlotAxis axis, string metric, IReadOnlyList<string> methods,
        Func<double, double> shown, string meaning) => new()
        {
            Id = id,
            Title = title,
            X = new PlotAxis("m_{H}, m_{s}") { Names = Masses },
            Y = axis,
            Label = label,
            Caption = $"{meaning}Means over the seeds; bands are standard deviations over them.",
            Layers =
            [
                .. methods.Select(method => new CurveLayer(method, [.. findings.Points.Select((point, i) =>
                {
                    FigureEntry? entry = findings.Figures.FirstOrDefault(one => one.Metric == metric
                        && one.Method == method && one.Variable == DisplacedMetric.MassVariable
                        && one.Low == point.Scalar && one.High == point.Resonance);
                    return new CurvePoint(i, i + 1, entry?.Value is { } value ? shown(value) : null, entry?.Error);
                })])),
            ],
        };
}
