using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Learning.Adversaries;
using Moliere.Tagging.Pivot;

namespace Moliere.Cli.Recipes.Pivot;

/// <summary>The toy in a plane, trained as published.</summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.1, and its public notebook.</source>
internal sealed record PivotToySection
{
    /// <summary>
    /// Prices of the adversary's success, rising; 0 is the classifier without adversary. Empty leaves the toy out.
    /// </summary>
    [Range(0.0, 1e6)]
    public IReadOnlyList<double> Lambdas { get; init; } = [0, 10, 50];

    /// <summary>Steps of the classifier, each after a pass of the adversary over all training rows.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 200;

    /// <summary>Rows to learn from.</summary>
    [Range(100, 10_000_000)]
    public int TrainRows { get; init; } = 75_000;

    /// <summary>Rows to judge on.</summary>
    [Range(100, 10_000_000)]
    public int TestRows { get; init; } = 50_000;

    /// <summary>Passes that the classifier makes alone at first.</summary>
    [Range(0, 10_000)]
    public int PretrainClassifier { get; init; } = 50;

    /// <summary>Passes that the adversary then makes against it.</summary>
    [Range(0, 10_000)]
    public int PretrainAdversary { get; init; } = 20;

    /// <summary>Learning rate of plain gradient descent, for both.</summary>
    [Range(1e-8, 1e6)]
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Whether the schedule is that of the paper; prices and rows to judge on are free.</summary>
    internal bool IsPublished => this == (new PivotToySection() with { Lambdas = Lambdas, TestRows = TestRows });
}

/// <summary>Rows of two classes with a nuisance: simulated large-radius jets, or any table.</summary>
internal sealed record PivotSourceSection
{
    /// <summary>
    /// Table to read: file.root:tree, .csv, or .table of the house; null simulates large-radius jets of W bosons and of
    /// quarks and gluons, half of the crossings with pile-up.
    /// </summary>
    public string? Input { get; init; }

    /// <summary>
    /// Events to simulate: every other one has a W boson that gives a jet, the others are dijet events, which give two;
    /// 0 leaves jets out.
    /// </summary>
    [Range(0, 100_000_000)]
    public int Events { get; init; } = 40_000;

    /// <summary>Hard collisions that share the pile-up of a crossing.</summary>
    [Range(1, 10_000)]
    public int EventsPerCrossing { get; init; } = 40;

    /// <summary>Collisions per crossing in those that have any.</summary>
    [Range(1.0, 300.0)]
    public double Mu { get; init; } = 50;

    /// <summary>Simulated minimum-bias collisions to draw from.</summary>
    [Range(1, 100_000)]
    public int Library { get; init; } = 500;

    /// <summary>
    /// Share of a simulated jet's transverse momentum below which trimming removes a subjet; 0 keeps all that pile-up
    /// brings in. Energies have the factor of trimmed jets, and nothing is subtracted.
    /// </summary>
    [Range(0.0, 1.0)]
    public double TrimFraction { get; init; }

    /// <summary>Lowest transverse momentum of simulated jets [GeV].</summary>
    [Range(50.0, 5000.0)]
    public double PtMin { get; init; } = 250;

    /// <summary>Highest transverse momentum of simulated jets [GeV].</summary>
    [Range(60.0, 10_000.0)]
    public double PtMax { get; init; } = 500;

    /// <summary>Column or expression that is 1 for signal and 0 for background.</summary>
    public string Target { get; init; } = BoostedJetColumns.IsSignal;

    /// <summary>
    /// Column or expression of the nuisance: 0 or 1, or of many values. Simulated jets have 0 without pile-up, 1 with.
    /// </summary>
    public string Nuisance { get; init; } = "min(mu, 1)";

    /// <summary>
    /// Columns or expressions that the classifier sees. The three of the default follow pile-up without telling how
    /// much there is: with m or c2, which tell it, a classifier corrects for it unasked.
    /// </summary>
    public IReadOnlyList<string> Features { get; init; } =
        [BoostedJetColumns.Tau21, BoostedJetColumns.D2, BoostedJetColumns.SplittingScale];

    /// <summary>Condition that rows must meet, such as "pt > 300"; null for none.</summary>
    public string? Selection { get; init; }

    /// <summary>
    /// Column of what must not be torn apart by the split, such as the crossing or event; null splits row by row.
    /// </summary>
    public string? Group { get; init; }
}

/// <summary>The game over the table.</summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5.2.</source>
internal sealed record PivotGameSection
{
    private static readonly TablePivotOptions s_defaults = new();

    /// <summary>Prices of the adversary's success, rising.</summary>
    [Range(0.0, 1e6)]
    public IReadOnlyList<double> Lambdas { get; init; } = [0, 1, 10, 30, 1000];

    /// <summary>
    /// Smaller lambdas that a game plays before its own, rising, for as many steps each; those that are not smaller
    /// are left out.
    /// </summary>
    [Range(1e-6, 1e6)]
    public IReadOnlyList<double> Ramp { get; init; } = [];

    /// <summary>Whether the players move in turn, or at once by gradient reversal.</summary>
    public GameMode Mode { get; init; } = s_defaults.Mode;

    /// <summary>Networks per lambda from different starts; figures are means over them.</summary>
    [Range(1, 100)]
    public int Starts { get; init; } = 4;

    /// <summary>Units of each hidden layer of both networks.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = s_defaults.Hidden;

    /// <summary>Passes that the classifier makes alone at first.</summary>
    [Range(0, 10_000)]
    public int PretrainClassifier { get; init; } = s_defaults.PretrainClassifier;

    /// <summary>Passes that the adversary then makes against it.</summary>
    [Range(0, 10_000)]
    public int PretrainAdversary { get; init; } = s_defaults.PretrainAdversary;

    /// <summary>Steps of the classifier in the game.</summary>
    [Range(10, 1_000_000)]
    public int Iterations { get; init; } = s_defaults.Iterations;

    /// <summary>Steps of the adversary before each of them, where the players move in turn.</summary>
    [Range(1, 100_000)]
    public int AdversarySteps { get; init; } = s_defaults.AdversarySteps;

    /// <summary>Rows per step of either network.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = s_defaults.BatchSize;

    /// <summary>Learning rate of the classifier, by plain descent, whose steps grow with the price.</summary>
    [Range(1e-8, 1e6)]
    public double LearningRate { get; init; } = s_defaults.ClassifierRate;

    /// <summary>Learning rate of the adversary, by Adam; it must follow the classifier.</summary>
    [Range(1e-8, 1e6)]
    public double AdversaryRate { get; init; } = s_defaults.AdversaryRate;

    /// <summary>Share of the rows to learn from.</summary>
    [Range(0.05, 0.9)]
    public double Train { get; init; } = 0.4;

    /// <summary>Share of the rows that thresholds are chosen on; the rest is for figures.</summary>
    [Range(0.05, 0.9)]
    public double Validation { get; init; } = 0.2;
}
