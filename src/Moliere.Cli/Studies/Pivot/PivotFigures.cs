using System.Globalization;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Models;
using Moliere.Tagging.Pivot;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>The drawings of the study.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="recipe">Schedule of the toy, starts, and the text on every figure.</param>
/// <param name="threads">At least 1.</param>
internal sealed class PivotFigures(PivotFindings findings, PivotRecipe recipe, int threads)
{
    private const string Published = "published";
    private const int Bins = 50, Drawn = 20_000;

    // Read off the figure of the paper, lambda = 50.
    private static readonly (int Step, double Classifier)[] s_classifier =
        [(0, 0.448), (19, 0.718), (75, 0.573), (200, 0.569)];
    private static readonly (int Step, double Adversary)[] s_adversary = [(0, 1.362), (200, 1.4174)];
    private static readonly string[] s_nuisances = ["z = −1", "z = 0", "z = +1"];
    private static readonly string[] s_sides = ["background, low z", "background, high z"];

    /// <summary>Both losses of the toy against the step, with the published points and what is exact.</summary>
    public IReadOnlyList<Figure> Courses => findings.Toy.Count == 0 ? [] :
    [
        Course(
            "classifier", "Classifier of the toy", "cross-entropy [nats]", epoch => epoch.MainLoss,
            [PivotReference.Best().CrossEntropy, PivotReference.Pivotal().CrossEntropy],
            s_classifier.Select(point => (point.Step, point.Classifier)),
            "Dashed: the best classifier, whose score tells of z, and the best one of x_{0} alone, a pivot exactly."),
        Course(
            "adversary", "Adversary of the toy", "loss of the adversary [nats]", epoch => epoch.AdversaryLoss,
            [PivotReference.EntropyOfZ, PivotReference.EntropyOfZGivenBest()],
            s_adversary.Select(point => (point.Step, point.Adversary)),
            "Dashed: entropy of z, which an adversary that finds nothing pays, and that of z given the best score."),
    ];

    /// <summary>Scores at three values of the nuisance, without and with the largest price.</summary>
    public IReadOnlyList<Figure> Scores =>
    [
        .. new[] { findings.Toy.FirstOrDefault(toy => toy.Lambda == 0), findings.Toy.LastOrDefault() }
            .OfType<PlayedToy>().Distinct().Select(ScoresOf),
    ];

    /// <summary>What the table's games reached.</summary>
    public IReadOnlyList<Figure> OfTable
    {
        get
        {
            if (findings.Games.Count == 0)
            {
                return [];
            }

            PlayedTable last = findings.Games.Where(game => game.Lambda > 0).MaxBy(game =>
                findings.Figures.Whole(PivotMetric.Significance, game.Name)?.Value ?? 0) ?? findings.Games[^1];
            return [Scan(), Summary(), .. new[] { findings.Games[0], last }.Distinct().Select(Sides)];
        }
    }

    /// <summary>Names of all curves, in the order of legends.</summary>
    public IReadOnlyList<string> Names =>
        [.. findings.Toy.Select(toy => toy.Name), .. HasPublished ? new[] { Published } : [], .. findings.GameNames];

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All
    {
        get
        {
            var curves = new MethodPalette(Names);
            return
            [
                .. Courses.Concat(OfTable.Where(figure => figure.Layers[0] is CurveLayer))
                    .Select(figure => (figure, curves)),
                .. Scores.Select(figure => (figure, new MethodPalette(s_nuisances))),
                .. OfTable.Where(figure => figure.Layers[0] is HistogramLayer)
                    .Select(figure => (figure, new MethodPalette(s_sides))),
            ];
        }
    }

    // The points belong to one price and one schedule.
    private bool HasPublished => recipe.Toy.IsPublished && findings.Toy.Any(toy => toy.Lambda == 50);

    private Figure Course(
        string id, string title, string axis, Func<GameEpoch, double> value, double[] guides,
        IEnumerable<(int Step, double Value)> published, string caption) => new()
        {
            Id = $"toy-{id}",
            Title = title,
            X = new PlotAxis("step of the classifier"),
            Y = new PlotAxis(axis),
            Label = "toy of two normal classes",
            Guides = guides,
            Caption = HasPublished ? caption + " Points: read off the published figure, λ = 50." : caption,
            Layers =
            [
                .. findings.Toy.Select(toy => new CurveLayer(toy.Name,
                [
                    .. new[] { toy.Outcome.Course.Start! }.Concat(toy.Outcome.Course.History)
                        .Select(epoch => At(epoch.Epoch, value(epoch))),
                ])),
                .. HasPublished
                    ? published.Select(point => new CurveLayer(Published, [At(point.Step, point.Value)]))
                    : [],
            ],
        };

    private static CurvePoint At(double x, double value) =>
        new(x - 0.5, x + 0.5, double.IsFinite(value) ? value : null, null);

    private Figure ScoresOf(PlayedToy toy) => new()
    {
        Id = $"scores-{toy.Name}",
        Title = string.Create(CultureInfo.InvariantCulture, $"Scores of the toy, λ = {toy.Lambda}"),
        X = new PlotAxis("probability of signal") { Low = 0, High = 1 },
        Y = new PlotAxis("rows / bin"),
        Label = "toy of two normal classes",
        Caption = "Both classes together. A pivot gives the same distribution whatever z is.",
        Layers =
        [
            .. s_nuisances.Select((name, i) => Histogram(
                name, ToyScores(toy.Outcome.Classifier, PivotToy.Draw(Drawn, (ulong)(90 + i), i - 1)))),
        ],
    };

    private float[] ToyScores(Mlp classifier, PivotSample rows) => TablePivot.Scores(classifier, rows, threads);

    private static HistogramLayer Histogram(string name, float[] scores)
    {
        var contents = new double[Bins];
        foreach (float score in scores)
        {
            contents[Math.Clamp((int)(score * Bins), 0, Bins - 1)]++;
        }

        return new(name, [.. Enumerable.Range(0, Bins + 1).Select(i => (double)i / Bins)], contents);
    }

    private Figure Scan() => new()
    {
        Id = "ams",
        Title = "Significance against the cut",
        X = new PlotAxis("efficiency of signal") { Low = 0, High = 1 },
        Y = new PlotAxis("AMS"),
        Label = recipe.Labelled,
        Guides = [AmsScan.Uncut],
        Caption = "100 signal and 1000 background events before the cut; the background's uncertainty is how much it "
            + "differs between both sides of the nuisance. Test rows, first start. Dashed: no cut. Where both sides "
            + "agree by chance the curve jumps; a threshold is chosen with the error of the difference added.",
        Layers =
        [
            .. findings.Games.GroupBy(game => game.Name).Select(group => new CurveLayer(
                group.Key, [.. group.First().Scan.Select(point => new CurvePoint(
                    point.Efficiency - 0.01, point.Efficiency + 0.01, point.Significance, null))])),
        ],
    };

    private Figure Summary() => new()
    {
        Id = "ams-lambda",
        Title = "Significance against the price",
        X = new PlotAxis("classifier") { Names = findings.GameNames },
        Y = new PlotAxis("AMS"),
        Label = recipe.Labelled,
        Guides = [AmsScan.Uncut],
        Caption = "Threshold from validation rows, significance on test rows; errors are 95 %, "
            + $"{(recipe.Game.Starts == 1 ? "of rows" : "of starts and rows, of means over starts")}. Dashed: no cut.",
        Layers =
        [
            .. findings.GameNames.Select((name, i) => new CurveLayer(name,
            [
                new CurvePoint(
                    i, i + 1, findings.Figures.Whole(PivotMetric.Significance, name)?.Value,
                    findings.Figures.Whole(PivotMetric.Significance, name)?.Error),
            ])),
        ],
    };

    private Figure Sides(PlayedTable game) => new()
    {
        Id = $"scores-{game.Name}",
        Title = $"Scores of background, {game.Name}",
        X = new PlotAxis("probability of signal") { Low = 0, High = 1 },
        Y = new PlotAxis("rows / bin"),
        Label = recipe.Labelled,
        Caption = "Background of the test rows on both sides of the nuisance, first start.",
        Layers = [Histogram(s_sides[0], game.Background.Low), Histogram(s_sides[1], game.Background.High)],
    };
}
