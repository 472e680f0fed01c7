using Moliere.Calibration.Neural;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Recipes.Clusters;

/// <summary>Where clusters come from: particles that are simulated, or a table.</summary>
internal sealed record SourceSection : TableSourceSection
{
    private static readonly SourceColumns s_columns = new()
    {
        Objects = "clusters",
        Study = "clusters",
        Known =
        [
            .. ClusterSampler.NoClusters.Columns,
            new FloatColumn(ClusterColumns.EnergyLcw, "GeV", "energy as calibrated in the file", []),
            new JaggedColumn<float>(ClusterColumns.CellDeposit, "GeV", "weighted true cell deposits", [0], []),
        ],
        Names =
        [
            .. ClusterSampler.NoClusters.Columns.Where(column => column is FloatColumn or LongColumn)
                .Select(column => column.Name),
            ClusterColumns.EnergyLcw,
        ],
        Always = [ClusterColumns.EnergyEm, ClusterColumns.EnergyDeposited],
        Usual = [.. ClusterFeatures.All.Select(feature => feature.Name)],
        Lists = [ClusterColumns.CellIndex, ClusterColumns.CellEnergy, ClusterColumns.CellDeposit],
        NeededLists = 2,
    };

    /// <summary>Names that columns of a table can be given: one number per cluster each.</summary>
    public static IReadOnlyList<string> ColumnNames => s_columns.Names;

    /// <inheritdoc/>
    internal override SourceColumns StudyColumns => s_columns;
}
