using Moliere.Calibration;
using Moliere.Calibration.InSitu;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>All methods on the same dijets of data, and what that says about them.</summary>
internal sealed record InsituFindings
{
    /// <summary>Dijets of the data's test part.</summary>
    public required BalanceSample Data { get; init; }

    /// <summary>What became of the events of the test part.</summary>
    public required DijetCuts Cuts { get; init; }

    /// <summary>Truth asymmetries of all dijets of the simulation.</summary>
    public required TruthShapes Shapes { get; init; }

    /// <summary>Axis over the average momentum that selects.</summary>
    public required BinAxis Axis { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>
    /// What the study must reach, and whether the monitors recognised the failures that were asked for.
    /// </summary>
    public required IReadOnlyList<ReportCheck> Windows { get; init; }

    /// <summary>The recipe's limits.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>Names of the methods in the order of legends.</summary>
    public IReadOnlyList<string> Methods => [.. Data.Methods.Select(method => method.Name)];

    /// <summary>Applies the methods and measures.</summary>
    /// <exception cref="RefusalException">No event of the test part is a dijet.</exception>
    public static InsituFindings Of(
        StudyRequest request, InsituRecipe recipe, InsituSample sample, InsituNetworks networks)
    {
        using RunStage stage = request.Progress.Stage("measurement", 3, "steps");
        MetricsOptions options = recipe.Metrics(request.Threads);
        BinAxis axis = recipe.Axis();
        ICalibration start = networks.Start.Calibration;
        (BalanceSample simulation, _) = Sample(sample.Simulation, start, [], recipe);
        TruthShapes shapes = TruthShapes.Derive(simulation, [axis], options);
        stage.Advance();
        (BalanceSample data, DijetCuts cuts) = Sample(
            sample.Of(sample.Data, SplitPart.Test), start, networks.All, recipe);
        if (data.Rows == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"None of {cuts.Events} events of the data's test part is a dijet of the selection ({cuts}); take more "
                + "events, or a wider selection.");
        }

        stage.Advance();
        IReadOnlyList<FigureEntry> figures =
        [
            .. BalanceValidation.Evaluate(data, [axis], shapes, options),
            .. BalanceValidation.Compare(
                data, InsituMethods.Tuned, [InsituMethods.Input, InsituMethods.Likelihood], options),
        ];
        stage.Advance();
        return new()
        {
            Data = data,
            Cuts = cuts,
            Shapes = shapes,
            Axis = axis,
            Figures = figures,
            Windows =
            [
                .. InsituWindows.Of(figures, axis, sample.HasTrueData), .. InsituWindows.OfMonitors(networks.Tuned),
            ],
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    private static (BalanceSample Sample, DijetCuts Cuts) Sample(
        Table jets, ICalibration start, IReadOnlyList<ICalibration> methods, InsituRecipe recipe)
    {
        float[] initial = DijetSelection.Calibrated(jets, start);
        DijetPairs pairs = DijetSelection.Select(jets, initial, recipe.Selection.ToOptions(), recipe.Seed);
        float[]? truth = jets.Has(JetColumns.TruthPt) ? jets.Floats(JetColumns.TruthPt) : null;
        return (new()
        {
            Events = [.. Numbers(jets, pairs)],
            Weights = jets.Has(JetColumns.Weight) ? Side(jets.Floats(JetColumns.Weight), pairs, 0) : null,
            Variables = new Dictionary<string, float[]> { ["pt_avg"] = pairs.Average },
            Initial = Pair(initial, pairs),
            Truth = truth is not null && pairs.Rows.Any(row => truth[row] > 0) ? Pair(truth, pairs) : null,
            Methods =
            [
                .. methods.Select(method => (method.Name, Pair(DijetSelection.Predicted(jets, method), pairs))),
            ],
        }, pairs.Cuts);
    }

    private static IEnumerable<ulong> Numbers(Table jets, DijetPairs pairs)
    {
        long[] events = jets.Longs(JetColumns.Event);
        return Enumerable.Range(0, pairs.Count).Select(i => (ulong)events[pairs.Rows[2 * i]]);
    }

    private static BalancePair Pair(float[] momenta, DijetPairs pairs) =>
        new(Side(momenta, pairs, 0), Side(momenta, pairs, 1));

    private static float[] Side(float[] values, DijetPairs pairs, int side) =>
        [.. Enumerable.Range(0, pairs.Count).Select(i => values[pairs.Rows[(2 * i) + side]])];
}
