// covers: CalibrationStatus, CalorimeterEvent, Cluster, ClusterMoments, GeneratedEvent, Jet, Particle
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Data.Objects;

public sealed class PredictionsTests
{
    private static readonly CalibrationStatus[] s_status =
        [CalibrationStatus.Calibrated, CalibrationStatus.NotCalibrated];

    [Fact]
    public void Uncertainties_AddInQuadrature()
    {
        var both = new Predictions
        {
            Response = [1, 1],
            Status = s_status,
            SigmaStat = [0.3f, 0],
            SigmaSyst = [0.4f, 0.1f],
        };
        Assert.Equal(0.5, both.SigmaTotal(0), 1e-6);
        Assert.Equal(0.1, both.SigmaTotal(1), 1e-6);
        Assert.True(both.HasUncertainty);
        Assert.Equal(1, both.NotCalibratedCount);
    }

    [Fact]
    public void MethodWithoutUncertainty_SaysNaN()
    {
        var none = new Predictions { Response = [1, 1], Status = s_status };
        Assert.False(none.HasUncertainty);
        Assert.Equal(double.NaN, none.SigmaTotal(0));
    }

    [Fact]
    public void NewCalorimeterEvent_IsSilentAndHasUnitWeight()
    {
        var empty = new CalorimeterEvent(DetectorDescription.Default.BuildGeometry());
        Assert.Equal(empty.Geometry.CellCount, empty.Energy.Length);
        Assert.All(
            [empty.Energy, empty.Deposit, empty.Time],
            values => Assert.Equal(-1, values.AsSpan().IndexOfAnyExcept(0f)));
        Assert.Equal(1, empty.Weight);
    }

    [Fact]
    public void GeneratedEvent_HasUnitWeightAndNoPartonsByDefault()
    {
        var generated = new GeneratedEvent { Number = 3, Particles = [] };
        Assert.Equal(1, generated.Weight);
        Assert.Empty(generated.HardPartons);
    }
}
