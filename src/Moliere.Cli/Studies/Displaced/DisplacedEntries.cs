using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>What was measured as entries of <c>metrics.json</c>.</summary>
internal static class DisplacedEntries
{
    /// <summary>All entries: inputs, then taggers over seeds, seed by seed, by masses, then the plane.</summary>
    public static IReadOnlyList<FigureEntry> Of(
        DisplacedParts parts, Table triggered, IReadOnlyList<JudgedTagger> taggers, PlaneOptions options,
        IReadOnlyList<(string Name, double Distance)> inputs, IReadOnlyList<(double Scalar, double Resonance)> points)
    {
        int control = parts.ControlTest.RowCount, jets = parts.Test.RowCount;
        EventChain reference = taggers[0].Chain;
        return
        [
            Entry(DisplacedMetric.InputDistance, DisplacedMethods.Input,
                inputs.First(input => input.Name == "leading_time").Distance, control),
            Entry(DisplacedMetric.OtherInputDistance, DisplacedMethods.Input, inputs
                .Where(input => !input.Name.Contains("time", StringComparison.Ordinal))
                .Max(input => input.Distance), control),
            .. OfTaggers(taggers, DisplacedMetric.ScoreDistance, control,
                tagger => ScoreAgreement.Distances(parts.ControlTest, tagger.Control).Max()),
            .. OfTaggers(taggers, DisplacedMetric.FreshArea, control, tagger => tagger.Fresh?.Area),
            .. OfTaggers(taggers, DisplacedMetric.AreaQcd, jets,
                tagger => ScoreAgreement.Area(parts.Test, tagger.Scores, DisplacedClass.Qcd)),
            .. OfTaggers(taggers, DisplacedMetric.AreaBib, jets,
                tagger => ScoreAgreement.Area(parts.Test, tagger.Scores, DisplacedClass.BeamInduced)),
            .. OfTaggers(taggers, DisplacedMetric.Significance, reference.Test.Count,
                tagger => tagger.Chain.Significance, tagger => tagger.Chain.RelativeError),
            .. OfTaggers(taggers, DisplacedMetric.SignificanceGain, reference.Test.Count,
                tagger => tagger.Seed is null ? null : tagger.Chain.Significance / reference.Significance,
                tagger => tagger.Chain.RelativeErrorOver(reference)),
            .. ByMasses(parts, taggers, points),
            .. EventsByMasses(triggered, taggers, points),
            .. OfPlanes(taggers, options),
        ];
    }

    private static IEnumerable<FigureEntry> OfTaggers(
        IReadOnlyList<JudgedTagger> taggers, string metric, int entries, Func<JudgedTagger, double?> value,
        Func<JudgedTagger, double>? relativeError = null)
    {
        foreach (var group in taggers.GroupBy(tagger => tagger.Method))
        {
            (ulong? Seed, double Value)[] values = [.. group.Select(tagger => (tagger.Seed, value(tagger)))
                .Where(pair => pair.Item2 is { } one && double.IsFinite(one))
                .Select(pair => (pair.Seed, pair.Item2!.Value))];
            if (values.Length == 0)
            {
                continue;
            }

            double mean = values.Average(pair => pair.Value);
            double? spread = values.Length > 1 ? Spread([.. values.Select(pair => pair.Value)]) : null;
            double? counting = relativeError is null ? null : mean * group.Average(relativeError);
            yield return Entry(metric, group.Key, mean, entries) with
            {
                // The seeds are judged by the same events: their counting error is one.
                Error = spread is null && counting is null ? null
                    : Finite(Math.Sqrt(Square(spread ?? 0) + Square(counting ?? 0))),
            };
            foreach ((ulong? seed, double one) in values.Where(pair => pair.Seed is not null && values.Length > 1))
            {
                yield return Entry(metric, group.Key, one, entries) with
                {
                    Variable = DisplacedMetric.SeedVariable,
                    Low = seed,
                    High = seed,
                };
            }
        }
    }

    private static IEnumerable<FigureEntry> ByMasses(
        DisplacedParts parts, IReadOnlyList<JudgedTagger> taggers,
        IReadOnlyList<(double Scalar, double Resonance)> points)
    {
        float[] scalar = parts.Test.Floats(DisplacedJetColumns.LongLivedMass);
        float[] resonance = parts.Test.Floats(DisplacedJetColumns.ResonanceMass);
        (string Metric, DisplacedClass Background)[] areas =
            [(DisplacedMetric.AreaQcd, DisplacedClass.Qcd), (DisplacedMetric.AreaBib, DisplacedClass.BeamInduced)];
        return points.SelectMany(point => areas.SelectMany(area => taggers.GroupBy(tagger => tagger.Method)
            .Select(group =>
            {
                bool Takes(int row) => scalar[row] == point.Scalar && resonance[row] == point.Resonance;
                double[] values = [.. group.Select(tagger => ScoreAgreement.Area(
                    parts.Test, tagger.Scores, area.Background, Takes))];
                return Entry(
                    area.Metric, group.Key, values.Average(),
                    Enumerable.Range(0, parts.Test.RowCount).Count(row => Takes(row))) with
                {
                    Variable = DisplacedMetric.MassVariable,
                    Low = point.Scalar,
                    High = point.Resonance,
                    Error = values.Length > 1 ? Finite(Spread(values)) : null,
                };
            })));
    }

    private static IEnumerable<FigureEntry> EventsByMasses(
        Table triggered, IReadOnlyList<JudgedTagger> taggers, IReadOnlyList<(double Scalar, double Resonance)> points)
    {
        float[] scalar = triggered.Floats(DisplacedJetColumns.LongLivedMass);
        float[] resonance = triggered.Floats(DisplacedJetColumns.ResonanceMass);
        foreach ((double Scalar, double Resonance) point in points)
        {
            bool Is(int row) => scalar[row] == point.Scalar && resonance[row] == point.Resonance;
            bool Takes(EventChain chain, int i) => Is(chain.Test.Jets[2 * i]) || Is(chain.Test.Jets[(2 * i) + 1]);
            if (!Enumerable.Range(0, taggers[0].Chain.Test.Count).Any(i => Takes(taggers[0].Chain, i)))
            {
                continue;
            }

            double Value(JudgedTagger tagger) => tagger.Chain.SignificanceOf(i => Takes(tagger.Chain, i));
            double reference = Value(taggers[0]);
            foreach (var group in taggers.GroupBy(tagger => tagger.Method))
            {
                double[] values = [.. group.Select(Value)];
                int entries = group.First().Chain.Test.Count;
                FigureEntry One(string metric, double scale) => Entry(
                    metric, group.Key, values.Average() / scale, entries) with
                {
                    Variable = DisplacedMetric.MassVariable,
                    Low = point.Scalar,
                    High = point.Resonance,
                    Error = values.Length > 1 ? Finite(Spread(values) / scale) : null,
                };
                yield return One(DisplacedMetric.Significance, 1);
                yield return One(DisplacedMetric.SignificanceGain, reference);
            }
        }
    }

    private static IEnumerable<FigureEntry> OfPlanes(IReadOnlyList<JudgedTagger> taggers, PlaneOptions options)
    {
        JudgedTagger[] held = [.. taggers.Where(tagger => tagger.Method == DisplacedMethods.Adversarial)];
        PlaneOutcome first = held[0].Chain.Plane(options);
        return
        [
            .. OfPlane(first),
            .. OfTaggers(
                held, DisplacedMetric.PlanePull, first.Events.Length,
                tagger => tagger.Chain.Plane(options).Background.Pull),
        ];
    }

    /// <summary>Background of a plane, predicted and observed; without an error where a region is empty.</summary>
    internal static IEnumerable<FigureEntry> OfPlane(PlaneOutcome plane)
    {
        AbcdPlane background = plane.Background;
        FigureEntry One(string metric, double value, double error) =>
            Entry(metric, DisplacedMethods.Adversarial, value, plane.Events.Length) with { Error = Finite(error) };
        yield return One(
            DisplacedMetric.PlanePredicted, background.Predicted,
            1.96 * background.Predicted * background.RelativeError);
        yield return One(DisplacedMetric.PlaneObserved, background.A.Sum, 1.96 * Math.Sqrt(background.A.Variance));
    }

    private static double Square(double value) => value * value;

    private static double? Finite(double error) => double.IsFinite(error) ? error : null;

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static FigureEntry Entry(string metric, string method, double value, int entries) => new()
    {
        Metric = metric,
        Method = method,
        Value = double.IsFinite(value) ? value : null,
        Entries = entries,
    };
}
