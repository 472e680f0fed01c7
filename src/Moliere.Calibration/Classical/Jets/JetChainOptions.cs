using Moliere.Data.Objects;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>Which jets the chain is derived from and how finely.</summary>
/// <source>Physics notes sections 2.2 and 2.6; arXiv:2007.02645, section 5.1.</source>
public sealed record JetChainOptions
{
    /// <summary>Largest distance to the matched jet of particles.</summary>
    public double MatchDistance { get; init; } = 0.3;

    /// <summary>Least distance of the matched jet of particles to the next one above 7 GeV.</summary>
    public double TruthIsolation { get; init; } = 0.6;

    /// <summary>Least distance to the next reconstructed jet above 7 GeV.</summary>
    public double Isolation { get; init; } = 0.6;

    /// <summary>Lowest true transverse momentum of a jet that is used [GeV].</summary>
    public double LowestTruePt { get; init; } = 15; // tuned on closure above 25 GeV: softer jets fail the table's 7 GeV

    /// <summary>
    /// Column of event weights; empty gives each jet the weight 1, right for a sample that is flat in ln pT by
    /// construction. Negative weights are allowed.
    /// </summary>
    public string WeightColumn { get; init; } = "";

    /// <summary>Half width of the fits of cores of responses, in standard deviations.</summary>
    public double CoreCut { get; init; } = 2; // tuned on closure at 30 to 65 GeV, 1.5 leaves 1 %

    /// <summary>Of the residual pile-up correction.</summary>
    public PileupOptions Pileup { get; init; } = new();

    /// <summary>Of the numerical inversion.</summary>
    public McjesOptions Mcjes { get; init; } = new();

    /// <summary>Of the correction of the direction.</summary>
    public EtaOptions Eta { get; init; } = new();

    /// <summary>Of the global sequential correction.</summary>
    public GlobalOptions Global { get; init; } = new();
}

/// <summary>How the residual dependence on pile-up is fitted.</summary>
public sealed record PileupOptions
{
    /// <summary>Lowest true transverse momentum of the fit [GeV].</summary>
    public double LowestTruePt { get; init; } = 15;

    /// <summary>Highest true transverse momentum of the fit [GeV]: pile-up matters for soft jets.</summary>
    public double HighestTruePt { get; init; } = 60;

    /// <summary>Knots in |eta_det| between which the slopes are linear; regions of the calorimeter.</summary>
    public IReadOnlyList<double> EtaKnots { get; init; } = [0, 0.8, 1.6, 2.4, 3.2, 4.2];
}

/// <summary>How the response is fitted and inverted.</summary>
public sealed record McjesOptions
{
    /// <summary>Width of the bins in eta_det; 0 chooses it by the size of the sample.</summary>
    public double EtaWidth { get; init; }

    /// <summary>Whether both signs of eta_det share their bins where <see cref="EtaWidth"/> is given.</summary>
    public bool IsFolded { get; init; } = true;

    /// <summary>Jets per bin in eta_det that the automatic width aims at.</summary>
    public int JetsPerEtaBin { get; init; } = 300; // tuned on closure at |eta| above 1.2, 20,000 jets

    /// <summary>Width of the bins in the logarithm of the true energy.</summary>
    public double LogStep { get; init; } = 0.25;

    /// <summary>Jets per fitted core; bins with fewer borrow from their neighbours in eta_det.</summary>
    public int JetsPerCore { get; init; } = 50;

    /// <summary>Highest power of the logarithm of the energy.</summary>
    public int Order { get; init; } = 4;
}

/// <summary>How the bias of the direction is fitted.</summary>
public sealed record EtaOptions
{
    /// <summary>Width of the bins in |eta_det|.</summary>
    public double EtaWidth { get; init; } = 0.1;

    /// <summary>Highest power of the logarithm of the energy.</summary>
    public int Order { get; init; } = 3;

    /// <summary>Width of the bins in the logarithm of the energy.</summary>
    public double LogStep { get; init; } = 0.5;

    /// <summary>Jets per fitted core; bins with fewer borrow from their neighbours in eta_det.</summary>
    public int JetsPerCore { get; init; } = 60;
}

/// <summary>How the global sequential correction is fitted.</summary>
public sealed record GlobalOptions
{
    /// <summary>The variables, in the order in which they are corrected for.</summary>
    public IReadOnlyList<GlobalVariable> Variables { get; init; } = GlobalVariable.Standard;

    /// <summary>Width of the bins in |eta_det|; 0.1 was published for samples of many million jets.</summary>
    public double EtaWidth { get; init; } = 0.5;

    /// <summary>
    /// Least width of the slices in the logarithm of the true momentum; slices with too few jets for three cores grow.
    /// </summary>
    public double LogStep { get; init; } = 0.35;

    /// <summary>Jets per fitted core.</summary>
    public int JetsPerCore { get; init; } = 100; // tuned on the mean after all steps, 20,000 jets

    /// <summary>Width of the bins in |eta_det| for punch-through, of which only few jets know.</summary>
    public double PunchThroughEtaWidth { get; init; } = 1.5;

    /// <summary>Jets per fitted core for punch-through.</summary>
    public int PunchThroughJetsPerCore { get; init; } = 25;

    /// <summary>Nodes of a map along the variable, at its quantiles.</summary>
    public int Nodes { get; init; } = 12;

    /// <summary>Bandwidth of the smoothing kernel in the logarithm of the momentum.</summary>
    public double LogBandwidth { get; init; } = 0.8; // tuned on closure and resolution, 20,000 jets

    /// <summary>Bandwidth of the smoothing kernel along the variable, in nodes.</summary>
    public double NodeBandwidth { get; init; } = 1.5; // tuned on the same
}

/// <summary>One variable of the global sequential correction and where it is used.</summary>
/// <param name="Column">Column of the jet table.</param>
/// <param name="EtaReach">|eta_det| up to which it is used.</param>
public sealed record GlobalVariable(string Column, double EtaReach)
{
    /// <summary>The published variables in their order, with where they are defined.</summary>
    /// <source>
    /// arXiv:2007.02645, section 5.1.4: order and ranges in |eta_det|; physics notes section 2.6: skipped values.
    /// </source>
    public static IReadOnlyList<GlobalVariable> Standard { get; } =
    [
        new(JetColumns.ChargedFraction, 2.5),
        new("f_tile0", 1.7),
        new("f_lar3", 3.5) { Above = 0 },
        new(JetColumns.TrackCount, 2.5) { Above = 0 },
        new(JetColumns.TrackWidth, 2.5) { Above = 0 },
        new(JetColumns.Segments, 2.7) { Above = 19.5, LowestPt = 50, IsPunchThrough = true },
    ];

    /// <summary>Jets with a value that is not above this one are left as they are.</summary>
    public double Above { get; init; } = double.NegativeInfinity;

    /// <summary>Jets below this transverse momentum are left as they are [GeV].</summary>
    public double LowestPt { get; init; }

    /// <summary>
    /// Whether it marks energy that left the calorimeter: the map is then one of the logarithm of the variable and of
    /// the energy, and brings marked jets to the response of all.
    /// </summary>
    public bool IsPunchThrough { get; init; }
}
