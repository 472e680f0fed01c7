using System.Globalization;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Simulation.Samples.Displaced;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>
/// Makes jets of the study of those of one's own: what they are comes from the recipe; what a table need not have is
/// zero.
/// </summary>
/// <param name="source">What messages call the table.</param>
/// <param name="displaced">Class of the sample; -1 for the control region.</param>
/// <param name="isData">Whether it is data.</param>
internal sealed class DisplacedCompletion(string source, int displaced, bool isData) : ITableCompletion
{
    private const int MostListed = 3;

    private static readonly DisplacedScaling s_scaling = new();

    // Lists of one length: what is known of each cluster, of each track, of each muon segment.
    private static readonly IReadOnlyList<InputVariable>[] s_points =
        [s_scaling.Clusters, s_scaling.Tracks, s_scaling.Segments];

    private readonly SortedDictionary<string, (long Count, float Value, long Event)> _unusable =
        new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Table Complete(Table objects)
    {
        long[] events = objects.Longs(DisplacedJetColumns.Event);
        RequireWeights(objects.Floats(DisplacedJetColumns.Weight), events);
        foreach (IReadOnlyList<InputVariable> variables in s_points)
        {
            JaggedColumn<float> first = objects.Jagged<float>(variables[0].Name);
            foreach (InputVariable variable in variables)
            {
                JaggedColumn<float> list = objects.Jagged<float>(variable.Name);
                RequireSameLengths(list, first, events);
                Count(list, variable.Transform == InputTransform.Bounded, events);
            }
        }

        return new([.. DisplacedSampler.NoJets.Columns.Select(column => Make(column, objects))]);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Lines()
    {
        if (_unusable.Count > 0)
        {
            string[] columns = [.. _unusable.Take(MostListed).Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Key} {one.Value.Count} times, first {one.Value.Value} in event {one.Value.Event}"))];
            string more = _unusable.Count > MostListed ? $"; and {_unusable.Count - MostListed} more columns" : "";
            yield return $"found values that are no finite number ({string.Join("; ", columns)}{more}); clusters, "
                + "tracks and muon segments with one are left out.";
        }
    }

    private void RequireWeights(float[] weights, long[] events)
    {
        int wrong = Array.FindIndex(weights, weight => !(weight >= 0 && float.IsFinite(weight)));
        if (wrong >= 0)
        {
            throw new InvalidFileException(
                Place(events[wrong], DisplacedJetColumns.Weight),
                weights[wrong].ToString(CultureInfo.InvariantCulture), "a finite weight that is not negative",
                "leave such events out with source.select, or give another weight with source.columns.weight");
        }
    }

    private void RequireSameLengths(JaggedColumn<float> list, JaggedColumn<float> first, long[] events)
    {
        int row = list.Offsets.AsSpan().CommonPrefixLength(first.Offsets) - 1;
        if (row < events.Length)
        {
            throw new InvalidFileException(
                Place(events[row], list.Name), $"{list[row].Length} values",
                $"{first[row].Length} as of '{first.Name}' of the same jet");
        }
    }

    private FilePlace Place(long number, string column) =>
        new(source) { Inside = $"event {number}, column '{column}'" };

    // Infinite values of some are cut off, not left out.
    private void Count(JaggedColumn<float> list, bool mayBeInfinite, long[] events)
    {
        for (int row = 0; row < list.RowCount; row++)
        {
            foreach (float value in list[row])
            {
                if (float.IsNaN(value) || (float.IsInfinity(value) && !mayBeInfinite))
                {
                    _unusable[list.Name] = _unusable.TryGetValue(list.Name, out var known)
                        ? known with { Count = known.Count + 1 } : (1, value, events[row]);
                }
            }
        }
    }

    private Column Make(Column wanted, Table objects) => wanted switch
    {
        { Name: DisplacedJetColumns.Class } when objects.Has(wanted.Name) => Matched(wanted, objects),
        { Name: DisplacedJetColumns.Class } => Constant(wanted, objects, displaced),
        { Name: DisplacedJetColumns.EventClass } => Constant(wanted, objects, Math.Max(0, displaced)),
        { Name: DisplacedJetColumns.IsControl } => Constant(wanted, objects, displaced < 0 ? 1 : 0),
        { Name: DisplacedJetColumns.IsData } => Constant(wanted, objects, isData ? 1 : 0),
        _ when objects.Has(wanted.Name) => objects[wanted.Name],
        { Name: DisplacedJetColumns.Crossing } => // without one every event has its own
            ((LongColumn)wanted) with { Values = objects.Longs(DisplacedJetColumns.Event) },
        _ => Constant(wanted, objects, 0),
    };

    // Jets that were simulated with the event but come from neither decay nor muon are of no class.
    private Column Matched(Column wanted, Table objects)
    {
        float[] known = objects[wanted.Name] is LongColumn whole
            ? Array.ConvertAll(whole.Values, number => (float)number) : objects.Floats(wanted.Name);
        return Filled(wanted, Array.ConvertAll(known, one => one < 0 ? one : displaced));
    }

    private static Column Constant(Column wanted, Table objects, int value)
    {
        var values = new float[objects.RowCount];
        Array.Fill(values, value);
        return Filled(wanted, values);
    }

    private static Column Filled(Column wanted, float[] values) =>
        wanted is LongColumn
            ? new LongColumn(wanted.Name, wanted.Unit, wanted.Description, Array.ConvertAll(values, v => (long)v))
            : new FloatColumn(wanted.Name, wanted.Unit, wanted.Description, values);
}
