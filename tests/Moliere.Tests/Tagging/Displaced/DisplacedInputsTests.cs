// covers: DisplacedRows, DisplacedCounts, DisplacedScaling, InputVariable
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class DisplacedInputsTests
{
    private static readonly DisplacedInputs Inputs = new();

    private static readonly Table Jets = DisplacedToy.Events(1, 20);

    [Fact]
    public void Clusters_FallInMomentumAndStartAtTheOrigin()
    {
        PointLists clusters = Inputs.Of(Jets, [], []).Rows.Lists[0];
        Assert.Equal(12, clusters.Width);
        for (int row = 0; row < Jets.RowCount; row++)
        {
            ReadOnlySpan<float> own = clusters.Of(row);
            Assert.Equal(0, own[1]);
            Assert.Equal(0, own[2]);
            for (int i = clusters.Width; i < own.Length; i += clusters.Width)
            {
                Assert.True(own[i] <= own[i - clusters.Width]);
            }
        }
    }

    [Fact]
    public void EqualMomenta_KeepTheirOrder()
    {
        Table tied = With(Jets, DisplacedJetColumns.ClusterPt, (_, _) => 5);
        PointLists clusters = Inputs.Of(tied, [], []).Rows.Lists[0];
        ReadOnlySpan<float> times = Jets.Jagged<float>(DisplacedJetColumns.ClusterTime)[3];
        ReadOnlySpan<float> own = clusters.Of(3);
        for (int i = 0; i < times.Length; i++)
        {
            Assert.Equal(times[i] / 5, own[(i * 12) + 11], 1e-6);
        }
    }

    [Fact]
    public void MirroredDetector_GivesTheSameInputs()
    {
        string[] mirrored =
        [
            DisplacedJetColumns.ClusterEta, DisplacedJetColumns.TrackEta, DisplacedJetColumns.SegmentEta,
            DisplacedJetColumns.SegmentDirectionEta,
        ];
        Table other = new(
        [
            .. Jets.Columns.Select(column => column switch
            {
                JaggedColumn<float> list when mirrored.Contains(list.Name) =>
                    list with { Values = Array.ConvertAll(list.Values, value => -value) },
                FloatColumn plain when plain.Name == DisplacedJetColumns.Eta =>
                    plain with { Values = Array.ConvertAll(plain.Values, value => -value) },
                _ => column,
            }),
        ]);
        SequenceRows one = Inputs.Of(Jets, [], []).Rows, two = Inputs.Of(other, [], []).Rows;
        Assert.Equal(one.Plain.Features, two.Plain.Features);
        for (int list = 0; list < 3; list++)
        {
            Assert.Equal(one.Lists[list].Values, two.Lists[list].Values);
        }
    }

    [Fact]
    public void JetMomentum_IsScaledAsPublished()
    {
        float pt = Jets.Floats(DisplacedJetColumns.Pt)[0];
        Assert.Equal((pt - 40) / 460, Inputs.Of(Jets, [], []).Rows.Row(0)[0], 1e-6);
    }

    [Fact]
    public void LongLists_AreCutAndCounted()
    {
        DisplacedRows rows = (Inputs with { MaximumClusters = 3, MaximumTracks = 1 }).Of(Jets, [], []);
        Assert.All(Enumerable.Range(0, Jets.RowCount), row => Assert.True(rows.Rows.Lists[0].Of(row).Length <= 36));
        Assert.True(rows.Counts.CutClusters > 20);
        Assert.Contains(rows.Counts.Sentences(), sentence => sentence.Contains("cut at their limits", Ordinal));
        Assert.Empty(Inputs.Of(Jets, [], []).Counts.Sentences());
    }

    [Fact]
    public void JetWithoutAnything_IsScoredAndCounted()
    {
        DisplacedRows rows = Inputs.Of(Emptied(Jets), [], []);
        Assert.Equal(Jets.RowCount, rows.Counts.Empty);
        Assert.All(rows.IsUsable, Assert.True);
        Assert.All(rows.Rows.Lists, list => Assert.Empty(list.Values));
        Assert.Contains(rows.Counts.Sentences(), sentence => sentence.Contains("neither clusters", Ordinal));
    }

    [Fact]
    public void ValuesThatAreNotFinite_AreLeftOutAndCounted()
    {
        Table broken = With(Jets, DisplacedJetColumns.ClusterTime, (i, time) => i == 0 ? float.NaN : time);
        Table nowhere = new([.. broken.Columns.Select(column => column is FloatColumn { Name: "pt" } pt
            ? pt with { Values = [float.NaN, .. pt.Values.Skip(1)] } : column)]);
        Assert.Equal(1, Inputs.Of(broken, [], []).Counts.DroppedPoints);
        DisplacedRows rows = Inputs.Of(nowhere, [], []);
        Assert.Equal(1, rows.Counts.Unusable);
        Assert.False(rows.IsUsable[0]);
        Assert.Contains(rows.Counts.Sentences(), sentence => sentence.Contains("no score", Ordinal));
    }

    [Fact]
    public void ListsOfDifferentLengths_AreRefused()
    {
        Table torn = new([.. Jets.Columns.Select(column => column is JaggedColumn<float> { Name: "track_d0" } list
            ? list with { Offsets = new int[list.Offsets.Length] } : column)]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Inputs.Of(torn, [], []));
        Assert.Contains("needs both", error.Message, Ordinal);
    }

    [Theory]
    [InlineData(InputTransform.Linear, 3, 1)]
    [InlineData(InputTransform.Logarithm, Math.E, 0)]
    [InlineData(InputTransform.Logarithm, -1, -3.9539)]
    [InlineData(InputTransform.InverseSine, 1.1752012, 0)]
    [InlineData(InputTransform.Bounded, double.PositiveInfinity, 2)]
    public void Variable_IsTransformedShiftedAndScaled(InputTransform transform, double value, double expected) =>
        Assert.Equal(expected, new InputVariable("x", transform, 1, 2).Of(value), 1e-4);

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static Table With(Table jets, string name, Func<int, float, float> change) => new(
    [
        .. jets.Columns.Select(column => column is JaggedColumn<float> list && list.Name == name
            ? list with { Values = [.. list.Values.Select((value, i) => change(i, value))] } : column),
    ]);

    private static Table Emptied(Table jets) => new(
    [
        .. jets.Columns.Select(column => column is JaggedColumn<float> list
            ? list with { Offsets = new int[list.Offsets.Length], Values = [] } : column),
    ]);
}
