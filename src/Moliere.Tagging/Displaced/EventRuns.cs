using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>Events of a table of jets: neighbours of equal number, class and origin.</summary>
internal static class EventRuns
{
    /// <summary>Class the events of a table were made as, row by row [N].</summary>
    public static int[] Classes(Table jets) => WholeNumbers.Of(jets, jets.Has(DisplacedJetColumns.EventClass)
        ? DisplacedJetColumns.EventClass : DisplacedJetColumns.Class);

    /// <summary>First row of each event and the row behind its last.</summary>
    public static IEnumerable<(int First, int End)> Of(Table jets)
    {
        long[] numbers = jets.Longs(DisplacedJetColumns.Event);
        int[] classes = Classes(jets), isData = WholeNumbers.Of(jets, DisplacedJetColumns.IsData);
        for (int first = 0, end; first < numbers.Length; first = end)
        {
            for (end = first + 1; end < numbers.Length && numbers[end] == numbers[first]
                && classes[end] == classes[first] && isData[end] == isData[first]; end++)
            {
            }

            yield return (first, end);
        }
    }
}
