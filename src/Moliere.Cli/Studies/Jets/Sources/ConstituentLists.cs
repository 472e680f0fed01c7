using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>
/// The constituents of foreign jets in the form of the house: those with a momentum, hardest first, at most as many as
/// simulated jets keep. A massless energy stands in for a missing one, 0 for what else is missing.
/// </summary>
internal static class ConstituentLists
{
    private static readonly int s_most = new JetSampleOptions().MostConstituents;

    /// <summary>The lists; none where the table has no constituents.</summary>
    /// <param name="jets">A table with some of the columns of constituents.</param>
    /// <exception cref="InvalidFileException">Lists of one jet differ in length.</exception>
    public static IEnumerable<Column> Of(Table jets)
    {
        if (!jets.Has(JetColumns.ConstituentPt))
        {
            return [];
        }

        RequireSameLengths(jets);
        int[][] kept = Kept(jets.Jagged<float>(JetColumns.ConstituentPt));
        int[] offsets = [0, .. kept.Select(list => list.Length)];
        for (int row = 1; row < offsets.Length; row++)
        {
            offsets[row] += offsets[row - 1];
        }

        int[] order = [.. kept.SelectMany(list => list)];
        return JetSampler.NoJets.Columns.OfType<JaggedColumn<float>>().Select(known => known with
        {
            Offsets = offsets,
            Values = Array.ConvertAll(order, index => Value(jets, known.Name, index)),
        });
    }

    private static void RequireSameLengths(Table jets)
    {
        int[] wanted = jets.Jagged<float>(JetColumns.ConstituentPt).Offsets;
        foreach (Column list in jets.Columns.Where(column => column is JaggedColumn<float>))
        {
            int[] found = ((JaggedColumn<float>)list).Offsets;
            int row = found.AsSpan().CommonPrefixLength(wanted) - 1;
            if (row + 1 < wanted.Length)
            {
                throw new InvalidFileException(
                    new(list.Name) { Inside = $"event {jets.Longs(JetColumns.Event)[row]}" },
                    $"a list of {found[row + 1] - found[row]} values",
                    $"{wanted[row + 1] - wanted[row]} as in {JetColumns.ConstituentPt}",
                    "lists of constituents must go together");
            }
        }
    }

    // Indices into the values, of each jet in its new order.
    private static int[][] Kept(JaggedColumn<float> pt)
    {
        var kept = new int[pt.RowCount][];
        for (int row = 0; row < kept.Length; row++)
        {
            kept[row] =
            [
                .. Enumerable.Range(pt.Offsets[row], pt.Offsets[row + 1] - pt.Offsets[row])
                    .Where(index => pt.Values[index] > 0 && float.IsFinite(pt.Values[index]))
                    .OrderByDescending(index => pt.Values[index]).Take(s_most),
            ];
        }

        return kept;
    }

    private static float Value(Table jets, string name, int index) => jets.Has(name)
        ? jets.Jagged<float>(name).Values[index]
        : name == JetColumns.ConstituentEnergy
        ? (float)(jets.Jagged<float>(JetColumns.ConstituentPt).Values[index]
            * Math.Cosh(jets.Jagged<float>(JetColumns.ConstituentEta).Values[index]))
        : 0;
}
