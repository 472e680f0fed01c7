using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Cli.Recipes.Displaced;

/// <summary>Tables of jets that were made elsewhere, one per sample, a jet per entry; all of them or none.</summary>
internal sealed record DisplacedSourceSection : IValidatableObject
{
    /// <summary>Jets of the signal: file.root, file.root:tree or .table.</summary>
    public string? Signal { get; init; }

    /// <summary>Jets of ordinary collisions.</summary>
    public string? Qcd { get; init; }

    /// <summary>Beam-induced jets.</summary>
    public string? BeamInduced { get; init; }

    /// <summary>Jets of simulation in the control region.</summary>
    public string? ControlSimulation { get; init; }

    /// <summary>Jets of data in the control region.</summary>
    public string? ControlData { get; init; }

    /// <summary>
    /// Columns of the study as expressions over those of the files, such as {cluster_time: clus_time}; columns with the
    /// study's own names need no entry.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Condition over the columns of the files that a jet must meet; null for none.</summary>
    public string? Select { get; init; }

    /// <summary>Units of the files; house is GeV and mm, atlas MeV and mm, cms GeV and cm.</summary>
    public SourceUnits Units { get; init; }

    /// <summary>Keys of all tables but that of the signal.</summary>
    internal static IEnumerable<string> Others => new DisplacedSourceSection().Samples.Select(one => one.Name).Skip(1);

    /// <summary>The files that are named.</summary>
    internal IEnumerable<string> Files => Samples.Select(sample => sample.File).OfType<string>()
        .Where(file => file.Length > 0);

    /// <summary>Name, file, class and side of each sample; a class of -1 is the control region.</summary>
    internal IReadOnlyList<(string Name, string? File, int Class, bool IsData)> Samples =>
    [
        ("signal", Signal, (int)DisplacedClass.Signal, false), ("qcd", Qcd, (int)DisplacedClass.Qcd, false),
        ("beam_induced", BeamInduced, (int)DisplacedClass.BeamInduced, false),
        ("control_simulation", ControlSimulation, -1, false), ("control_data", ControlData, -1, true),
    ];

    /// <summary>The same in the words of those who read tables.</summary>
    internal DisplacedTableSection ToTable() => new() { Columns = Columns, Select = Select, Units = Units };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string[] absent = [.. Samples.Where(sample => string.IsNullOrEmpty(sample.File)).Select(sample => sample.Name)];
        if (absent.Length is > 0 and < 5)
        {
            yield return new(
                $"found tables without {string.Join(", ", absent)}, expected all five samples or none.",
                [nameof(Signal)]);
        }

        foreach (var same in Samples.Where(sample => !string.IsNullOrEmpty(sample.File))
            .GroupBy(sample => Path.GetFullPath(sample.File!)).Where(group => group.Count() > 1))
        {
            string[] keys = [.. same.Select(sample => sample.Name)];
            yield return new(
                $"found the same table '{same.First().File}' as {string.Join(" and ", keys)}, expected one of its own "
                + "for each sample.", keys);
        }

        foreach (ValidationResult wrong in ToTable().Validate(new(ToTable())))
        {
            yield return wrong;
        }
    }
}

/// <summary>Columns of jets as readers of tables want them.</summary>
internal sealed record DisplacedTableSection : TableSourceSection
{
    private static readonly string[] s_made =
    [
        DisplacedJetColumns.EventClass, DisplacedJetColumns.IsData, DisplacedJetColumns.IsControl,
    ];

    private static readonly Column[] s_known =
        [.. DisplacedSampler.NoJets.Columns.Where(column => !s_made.Contains(column.Name))];

    private static readonly string[] s_lists =
        [.. s_known.Where(column => column is JaggedColumn<float>).Select(column => column.Name)];

    private static readonly SourceColumns s_columns = new()
    {
        Objects = "jets",
        Study = "displaced",
        Known = s_known,
        Names = [.. s_known.Select(column => column.Name)],
        Always =
        [
            DisplacedJetColumns.Pt, DisplacedJetColumns.Eta, DisplacedJetColumns.Phi, DisplacedJetColumns.Event,
            DisplacedJetColumns.EventHt, DisplacedJetColumns.EventMissing, DisplacedJetColumns.TrackDistance,
        ],
        Usual = [],
        Lists = s_lists,
        NeededLists = s_lists.Length,
    };

    /// <inheritdoc/>
    internal override SourceColumns StudyColumns => s_columns;
}
