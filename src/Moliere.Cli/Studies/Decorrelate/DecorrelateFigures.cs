using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Tagging;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>The drawings of the study.</summary>
internal sealed class DecorrelateFigures
{
    private const string Published = "published, another sample";

    // Cross-entropy of the published adversarial network by lambda, 0 before; physics notes section 7b.
    private static readonly (double Lambda, double Entropy)[] s_published =
        [(0, 0.343), (1, 0.387), (3, 0.427), (10, 0.464), (30, 0.502), (100, 0.563)];

    private readonly DecorrelateFindings _findings;
    private readonly DecorrelateRecipe _recipe;
    private readonly MethodPalette _families;
    private readonly TaggingSample _drawn;
    private readonly FigureChoices[] _groups;

    /// <summary>
    /// Chooses what is drawn: of each method one setting in the middle, under the name of its family.
    /// </summary>
    public DecorrelateFigures(DecorrelateFindings findings, DecorrelateRecipe recipe)
    {
        (_findings, _recipe) = (findings, recipe);
        string[] families = [.. recipe.Methods.Select(method => DecorrelateNames.Of(method))];
        _families = new(families);
        bool[] isTrained = [.. recipe.Methods.Select(method => method >= DecorrelateMethod.Adaboost)];
        _groups =
        [
            .. new[] { false, true }.Select(trained => families.Where((_, i) => isTrained[i] == trained).ToArray())
                .Where(group => group.Length > 0)
                .Select(group => new FigureChoices { Methods = group, Label = recipe.Label }),
        ];
        _drawn = findings.Sample with
        {
            Methods = [.. recipe.Methods.Select(method => findings.Sample.Methods.First(
                scores => scores.Name == Middle(method)) with { Name = DecorrelateNames.Of(method) })],
        };
    }

    /// <summary>
    /// Rejection and independence of all settings; each line begins at the tagger that is decorrelated.
    /// </summary>
    public Figure Tradeoff => TaggingFigures.Tradeoff(
        [.. Pairs().Select(pair => Family(pair.Method, pair.Plain))], Ceiling(), _recipe.Label) with
    {
        Title = "Rejection and independence of the mass",
        Caption = "Up and to the right is better. Lines begin at the tagger that is decorrelated: D2, tau21, AdaBoost, "
            + "the plain network. The dashed line is what two samples of one distribution have on average where the "
            + "rejection is least; points near or above it say no more than that. Floors of methods are in the table.",
    };

    /// <summary>Curves of the methods, variables and trained ones apart.</summary>
    public IReadOnlyList<Figure> Roc => [.. _groups.Select((group, i) => TaggingFigures.Roc(
        _drawn, group, Id("roc", i), "W against quark and gluon jets"))];

    /// <summary>What cuts do to the mass, variables and trained methods apart.</summary>
    public IReadOnlyList<Figure> Mass =>
    [
        .. _groups.Select((group, i) => TaggingFigures.Passing(
            _drawn, _findings.Shape, new("m [GeV]"), group, Id("sculpting", i))),
        .. _groups.Select((group, i) => TaggingFigures.Profile(
            _drawn, _findings.Shape, new("m [GeV]"), group, Id("efficiency-profile", i))),
    ];

    /// <summary>What independence costs the adversarial network; null without it.</summary>
    public Figure? Price => !_recipe.Methods.Contains(DecorrelateMethod.Adversary)
        || !_recipe.Methods.Contains(DecorrelateMethod.Network) ? null : new()
        {
            Id = "price",
            Title = "What independence costs in cross-entropy",
            X = new PlotAxis("λ") { IsLogarithmic = true },
            Y = new PlotAxis("cross-entropy minus that of the plain network"),
            Layers =
            [
                new CurveLayer(Published, [.. s_published.Skip(1).Select(point => new CurvePoint(
                    point.Lambda, point.Lambda, point.Entropy - s_published[0].Entropy, null))]),
                .. new[] { DecorrelateMethod.Disco, DecorrelateMethod.Adversary }.Where(_recipe.Methods.Contains)
                    .Select(method => new CurveLayer(DecorrelateNames.Of(method), Costs(method))),
            ],
            Label = _recipe.Label,
            Caption = "The dashed line is the adversarial network of ATL-PHYS-PUB-2018-014, of another sample: its "
                + "shape can be compared, not its height. λ of the distance correlation has another unit.",
        };

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All =>
        [.. new[] { Tradeoff, Price }.OfType<Figure>().Concat(Mass).Concat(Roc).Select(figure => (figure, _families))];

    /// <summary>The setting of a method that is drawn.</summary>
    /// <param name="method">Which.</param>
    public string Middle(DecorrelateMethod method) => DecorrelateNames.Of(_recipe, method) is var settings
        ? settings[settings.Count / 2] : "";

    // A decorrelated method with the plain one that it is made of; a plain one alone only where nothing is made of it.
    private IEnumerable<(DecorrelateMethod Method, DecorrelateMethod? Plain)> Pairs()
    {
        var plain = new Dictionary<DecorrelateMethod, DecorrelateMethod>
        {
            [DecorrelateMethod.Ddt] = DecorrelateMethod.Tau21,
            [DecorrelateMethod.Knn] = DecorrelateMethod.D2,
            [DecorrelateMethod.Css] = DecorrelateMethod.D2,
            [DecorrelateMethod.Uboost] = DecorrelateMethod.Adaboost,
            [DecorrelateMethod.Disco] = DecorrelateMethod.Network,
            [DecorrelateMethod.Adversary] = DecorrelateMethod.Network,
        };
        DecorrelateMethod[] used = [.. _recipe.Methods.Where(plain.ContainsKey).Select(method => plain[method])];
        return _recipe.Methods.Where(method => !used.Contains(method)).Select(method => (
            method, plain.TryGetValue(method, out DecorrelateMethod from) && _recipe.Methods.Contains(from)
                ? from : (DecorrelateMethod?)null));
    }

    private static string Id(string figure, int group) => group == 0 ? figure : $"{figure}-trained";

    private TradeoffFamily Family(DecorrelateMethod method, DecorrelateMethod? plain) => new(
        DecorrelateNames.Of(method),
        [
            .. (plain is { } from ? DecorrelateNames.Of(_recipe, from) : [])
                .Concat(DecorrelateNames.Of(_recipe, method)).Select(setting => (
                _findings.Value(TaggingMetric.Rejection50, setting), _findings.Value(TaggingMetric.Flatness, setting),
                _findings.Figures.Whole(TaggingMetric.Flatness, setting)?.Error)),
        ]);

    // The floor depends on how many pass; the line is that of the least rejecting method, the highest of all.
    private double Ceiling() => DecorrelateNames.Of(_recipe)
        .Max(method => 1 / _findings.Value(TaggingMetric.SculptingFloor, method));

    private CurvePoint[] Costs(DecorrelateMethod method)
    {
        double plain = _findings.Value(
            TaggingMetric.CrossEntropy, DecorrelateNames.Of(DecorrelateMethod.Network));
        return
        [
            .. DecorrelateNames.Strengths(_recipe, method).Select(lambda =>
            {
                FigureEntry? entry = _findings.Figures.Whole(
                    TaggingMetric.CrossEntropy, DecorrelateNames.Of(method, lambda));
                return new CurvePoint(lambda, lambda, entry?.Value - plain, entry?.Error);
            }),
        ];
    }
}
