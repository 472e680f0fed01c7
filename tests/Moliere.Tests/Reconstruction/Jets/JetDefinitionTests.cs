// covers: JetAlgorithm
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetDefinitionTests
{
    [Theory]
    [InlineData(JetAlgorithm.AntiKt, 0.04)]
    [InlineData(JetAlgorithm.Kt, 25)]
    [InlineData(JetAlgorithm.CambridgeAachen, 1)]
    public void Scale_IsThePowerOfTransverseMomentum(JetAlgorithm algorithm, double expected) =>
        Assert.Equal(expected, new JetDefinition(algorithm, 0.4).ScaleOf(25), 12);

    [Fact]
    public void ScaleAtZeroMomentum_IsFinite() =>
        Assert.True(double.IsFinite(new JetDefinition(JetAlgorithm.AntiKt, 0.4).ScaleOf(0)));
}
