using System.ComponentModel.DataAnnotations;
using Moliere.Data;

namespace Moliere.Cli.Recipes;

/// <summary>Energies and lengths of an experiment's files.</summary>
internal enum SourceUnits
{
    /// <summary>GeV and mm.</summary>
    House,

    /// <summary>MeV and mm.</summary>
    Atlas,

    /// <summary>GeV and cm.</summary>
    Cms,
}

/// <summary>Units of energy.</summary>
internal enum EnergyUnit
{
    /// <summary>Gigaelectronvolts.</summary>
    Gev,

    /// <summary>Megaelectronvolts.</summary>
    Mev,
}

/// <summary>Units of length.</summary>
internal enum LengthUnit
{
    /// <summary>Millimetres.</summary>
    Mm,

    /// <summary>Centimetres.</summary>
    Cm,
}

/// <summary>What an object of a study, a cluster or a jet, is in a table.</summary>
internal enum TableRow
{
    /// <summary>An entry.</summary>
    Entry,

    /// <summary>An element of the lists of an entry, which is an event.</summary>
    Element,
}

/// <summary>Where clusters or jets come from: particles that are simulated, or a table of them.</summary>
internal abstract record TableSourceSection : ProcessSection
{
    /// <summary>
    /// File of generated events (HepMC 2 or 3, LHE or text blocks, plain or gzip), or a table that is not simulated
    /// but read: file.root, file.root:tree, data/*.root:tree, .csv, .table, a folder of simulate; null takes
    /// the embedded generator of the process.
    /// </summary>
    public string? Input { get; init; }

    /// <summary>Events to simulate; with an input file, at most so many are read in each pass.</summary>
    [Range(1, 100_000_000)]
    public int Events { get; init; } = 15_500;

    /// <summary>
    /// How often an input file is simulated, turned about the beam each time; auto reaches the events asked for.
    /// </summary>
    [Range(1, 10_000)]
    public int? Passes { get; init; }

    /// <summary>
    /// Of a table: columns of the study as expressions over those of the file, such as {e_em: cl_E, e_dep: cl_truthE};
    /// a text without content does without that column. Columns of the file with the study's own names need no entry.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Of a table: condition over the columns of the file that a row must meet; null for none.</summary>
    public string? Select { get; init; }

    /// <summary>
    /// Of a table: whether a cluster or jet is an entry or an element of the lists in an entry; auto takes elements
    /// where the columns are lists.
    /// </summary>
    public TableRow? Per { get; init; }

    /// <summary>Of a table: its units; house is GeV and mm, atlas MeV and mm, cms GeV and cm.</summary>
    public SourceUnits Units { get; init; }

    /// <summary>Of a table: unit of energies where it is another one than those of units.</summary>
    public EnergyUnit? EnergyUnit { get; init; }

    /// <summary>Of a table: unit of lengths where it is another one than those of units.</summary>
    public LengthUnit? LengthUnit { get; init; }

    /// <summary>Of a table: further trees with the same entries, whose columns can be used too.</summary>
    public IReadOnlyList<string> Friends { get; init; } = [];

    /// <summary>
    /// Files that simulate writes beside the table: csv without its lists, root with them.
    /// </summary>
    public IReadOnlyList<TableFormat> Formats { get; init; } = [TableFormat.Csv];

    /// <summary>The columns of the study.</summary>
    internal abstract SourceColumns StudyColumns { get; }

    /// <summary>The units of a table.</summary>
    public UnitSystem UnitsOfTable()
    {
        UnitSystem system = Units switch
        {
            SourceUnits.Atlas => UnitSystem.Atlas,
            SourceUnits.Cms => UnitSystem.Cms,
            _ => UnitSystem.House,
        };
        return new(
            EnergyUnit is { } energy ? (energy == Recipes.EnergyUnit.Mev ? Data.Units.MeV : 1) : system.Energy,
            LengthUnit is { } length ? (length == Recipes.LengthUnit.Cm ? Data.Units.Centimetre : 1) : system.Length);
    }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (ValidationResult wrong in base.Validate(validationContext))
        {
            yield return wrong;
        }

        IReadOnlyList<string> names = StudyColumns.Names;
        foreach (string unknown in Columns.Keys.Where(name => !names.Contains(name)))
        {
            yield return new ValidationResult(
                $"found the column '{unknown}'; did you mean '{NearestName.Of(unknown, names)[0]}'? There are "
                + $"{string.Join(", ", names)}.",
                [nameof(Columns)]);
        }

        foreach ((string name, string text) in Columns.Where(column => column.Value.Length > 0))
        {
            if (ExpressionRule.Problem(text, wantsCondition: false) is { } problem)
            {
                yield return new ValidationResult($"{name}: {problem}", [nameof(Columns)]);
            }
        }

        if (Select is not null && ExpressionRule.Problem(Select, wantsCondition: true) is { } wrongCondition)
        {
            yield return new ValidationResult($"select: {wrongCondition}", [nameof(Select)]);
        }
    }
}

/// <summary>Further files of a simulated table.</summary>
internal enum TableFormat
{
    /// <summary>Numbers between commas.</summary>
    Csv,

    /// <summary>A tree in a ROOT file.</summary>
    Root,
}
