using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Runs;
using Moliere.Data.Objects;
using Moliere.Learning.Training;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of a judgement.</summary>
internal sealed class ClusterReport(StudyRequest request, ClusterRecipe recipe, Judgement judgement)
{
    /// <summary>Writes everything.</summary>
    /// <param name="methods">The methods, for their trainings.</param>
    /// <param name="sampleLines">What the clusters are, for the report.</param>
    /// <param name="times">How the sample stage divides.</param>
    public void Write(
        IReadOnlyList<DerivedMethod> methods, IReadOnlyList<(string Label, string Value)> sampleLines,
        ClusterTimes times)
    {
        ClusterFigures figures = new(judgement, recipe.Label, request.Threads, methods);
        ReportFiles.Write(
            request, judgement.Figures, methods, [.. figures.All.Select(figure => (figure, figures.PaletteOf(figure)))],
            () => Document(figures, methods, sampleLines, times));
    }

    private ReportDocument Document(
        ClusterFigures figures, IReadOnlyList<DerivedMethod> methods,
        IReadOnlyList<(string Label, string Value)> sampleLines, ClusterTimes times) => new()
        {
            Title = "Calibration of topo-clusters",
            Subtitle = recipe.Label,
            Methods = judgement.Methods,
            Sections =
            [
                new()
                {
                    Title = "Result",
                    Paragraphs = [Intent, .. WindowLines.Meaning(request, judgement.Windows)],
                    Checks = [.. judgement.Windows, .. judgement.Limits],
                    Tables = ClusterTables.OfResponse(judgement),
                },
                new()
                {
                    Title = "What was run, on what",
                    Tables = [ReportTable.OfValues("Sample", [.. sampleLines]), TimeTable(times)],
                },
                new()
                {
                    Title = "Training",
                    Tables = [FigureTables.OfTraining(DerivedMethod.Trainings(methods))],
                    Figures = figures.Losses,
                },
                new()
                {
                    Title = "Linearity and resolution",
                    Paragraphs = [LowEnergies],
                    Figures = figures.Response,
                },
                new()
                {
                    Title = "Can the uncertainty be believed?",
                    Paragraphs = [Parts, Skewness],
                    Tables = ClusterTables.OfUncertainty(judgement),
                    Figures = figures.Uncertainty,
                },
                new()
                {
                    Title = "Where the uncertainty is large",
                    Paragraphs = [Regions],
                    Tables = ClusterTables.OfSamplings(judgement),
                    Figures = figures.Regions,
                },
                new() { Title = "Distributions", Figures = figures.Shapes },
            ],
        };

    private const string LowEnergies =
        "Below about 1 GeV a bin of E_dep selects on what no method can see: a cluster passes the thresholds there "
        + "mostly when pile-up lifts its signal, so its response lies above that of look-alike clusters with a larger "
        + "E_dep, and every method reads high. The same clusters in bins of the reconstructed energy E_EM show what "
        + "can be asked of a calibration.";

    private const string Skewness =
        "Pile-up gives the response a long tail upwards. The mode, the default central value of the mixture network, "
        + "then lies below the median, and the median of the pull (R_pred − R) / σ below zero; the distribution of the "
        + "pulls shows the tail on its left.";

    private const string Parts =
        "σ_{stat} is how much R_{pred} varies between weights or networks that fit the training clusters equally well; "
        + "more clusters would cure it. σ_{syst} is the spread of the response that the features do not explain; they "
        + "would not. The predicted distribution as a whole is tested by its coverage and by the probability integral "
        + "transform: the share of clusters below each of its quantiles.";

    private const string Regions =
        "Clusters that the network itself calls uncertain, by the sampling with most of their signal and by direction. "
        + "Nothing tells the network about samplings: what stands out does so through the 15 features.";

    private const string Intent =
        "Every method predicts the response R = E_EM / E_dep of a cluster; its calibrated energy is E_EM / R. Figures "
        + "use test events alone, which no method was derived from.";

    private ReportTable TimeTable(ClusterTimes times)
    {
        var rows = new List<(string, string)>();
        foreach (StageTime stage in request.Progress.Times)
        {
            if (stage.Name == ClusterTableStage.StageName)
            {
                rows.Add(("simulation", Seconds(stage.Seconds * (1 - times.ReconstructionShare))));
                rows.Add(("reconstruction", Seconds(stage.Seconds * times.ReconstructionShare)));
                continue;
            }

            rows.Add((stage.Name, Seconds(stage.Seconds)));
        }

        return ReportTable.OfValues("Wall time of this process", [.. rows]);
    }

    private static string Seconds(double seconds) => seconds.ToString("0.0 s", CultureInfo.InvariantCulture);
}
