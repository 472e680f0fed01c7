namespace Moliere.Formats.Root.Ntuples;

/// <summary>Consecutive entries with all their pages.</summary>
/// <param name="Id">Number in order of the file.</param>
/// <param name="First">First entry.</param>
/// <param name="Count">Number of entries.</param>
/// <param name="Columns">By number of the column; shorter than the schema where columns were added later.</param>
internal sealed record NtupleCluster(int Id, long First, long Count, NtuplePages[] Columns)
{
    /// <summary>Entry behind the last.</summary>
    public long End => First + Count;

    /// <summary>The pages of a column; null where the column did not exist yet.</summary>
    public NtuplePages? PagesOf(NtupleColumn column) => column.Id < Columns.Length ? Columns[column.Id] : null;
}
