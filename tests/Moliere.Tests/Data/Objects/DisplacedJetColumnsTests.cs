// covers: DisplacedClass
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class DisplacedJetColumnsTests
{
    [Fact]
    public void Names_AreDistinct()
    {
        string[] names =
        [
            .. typeof(DisplacedJetColumns).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            .. DisplacedJetColumns.ClusterElectromagnetic, .. DisplacedJetColumns.ClusterHadronic,
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal((4, 4), (
            DisplacedJetColumns.ClusterElectromagnetic.Count, DisplacedJetColumns.ClusterHadronic.Count));
    }

    [Fact]
    public void Classes_AreNumberedAsTheOutputsOfTheNetwork() => Assert.Equal(
        (0, 1, 2), ((int)DisplacedClass.Qcd, (int)DisplacedClass.Signal, (int)DisplacedClass.BeamInduced));
}
