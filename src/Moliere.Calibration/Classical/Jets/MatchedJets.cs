using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>The matched and isolated jets of a table, from which the steps are derived one after the other.</summary>
internal sealed class MatchedJets
{
    private const int FewestJets = 1000; // below, not even one response curve can be fitted

    private readonly double _cut;

    /// <summary>Selects the jets.</summary>
    /// <param name="table">A jet table with its matches.</param>
    /// <param name="options">Which jets.</param>
    /// <exception cref="MissingColumnException">A column of the match is missing.</exception>
    /// <exception cref="InvalidDataException">Fewer than 1000 jets with all inputs are left.</exception>
    public MatchedJets(Table table, JetChainOptions options)
    {
        int[] rows = Select(table, options);
        _cut = options.CoreCut;
        Momenta = new JetMomenta(OnlyNumbers(table).Select(rows));
        TruePt = Momenta.Table.Floats(JetColumns.TruthPt);
        TrueEta = Momenta.Table.Floats(JetColumns.TruthEta);
        TrueEnergy = Momenta.Table.Floats(JetColumns.TruthEnergy);
        Weight = options.WeightColumn.Length > 0 ? Momenta.Table.Floats(options.WeightColumn) : [];
        float[][] inputs = [.. InputsOf(options).Select(Momenta.Table.Floats)];
        Rows = [.. Enumerable.Range(0, rows.Length).Where(row =>
            Momenta.IsUsable[row] && Array.TrueForAll(inputs, values => float.IsFinite(values[row])))];
        if (Rows.Length < FewestJets)
        {
            throw new InvalidDataException(
                $"Found {Rows.Length} matched and isolated jets among {table.RowCount}, expected at least {FewestJets} "
                + "with all inputs to derive the jet chain; simulate more events or loosen the match.");
        }
    }

    /// <summary>The jets after the steps that were applied to them.</summary>
    public JetMomenta Momenta { get; }

    /// <summary>All usable rows: those in which no input of any step is missing.</summary>
    public int[] Rows { get; }

    /// <summary>True transverse momentum [GeV].</summary>
    public float[] TruePt { get; }

    /// <summary>True pseudorapidity.</summary>
    public float[] TrueEta { get; }

    /// <summary>True energy [GeV].</summary>
    public float[] TrueEnergy { get; }

    /// <summary>Weight of each jet; empty for equal ones.</summary>
    public float[] Weight { get; }

    /// <summary>Response in transverse momentum now.</summary>
    public double PtResponse(int row) => Momenta.Pt[row] / TruePt[row];

    /// <summary>Response in energy now.</summary>
    public double EnergyResponse(int row) => Momenta.Energy[row] / TrueEnergy[row];

    /// <summary>Core of a quantity over some rows.</summary>
    /// <param name="rows">Rows of the selection.</param>
    /// <param name="quantity">Quantity of a row.</param>
    public NormalEstimate CoreOf(IReadOnlyCollection<int> rows, Func<int, double> quantity) => CentralFit.Of(
        [.. rows.Select(row => (float)quantity(row))],
        Weight.Length > 0 ? [.. rows.Select(row => Weight[row])] : [],
        _cut);

    private static string[] InputsOf(JetChainOptions options) =>
    [
        JetColumns.Density, JetColumns.Area, JetColumns.VertexCount, JetColumns.Mu,
        .. options.Global.Variables.Select(variable => variable.Column),
    ];

    private static int[] Select(Table table, JetChainOptions options)
    {
        float[] truePt = table.Floats(JetColumns.TruthPt), distance = table.Floats(JetColumns.TruthDistance);
        float[] isolation = table.Floats(JetColumns.Isolation);
        float[] truthIsolation = table.Floats(JetColumns.TruthIsolation);
        return [.. Enumerable.Range(0, table.RowCount).Where(row => truePt[row] >= options.LowestTruePt
            && distance[row] >= 0 && distance[row] <= options.MatchDistance
            && isolation[row] > options.Isolation && truthIsolation[row] > options.TruthIsolation)];
    }

    // Constituents are most of a table and play no part here.
    private static Table OnlyNumbers(Table table) => new([.. table.Columns.OfType<FloatColumn>()]);
}
