using Moliere.Data.Kinematics;
using Moliere.Reconstruction.EventShapes;
using Moliere.Tests.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.EventShapes;

public sealed class FoxWolframTests
{
    [Fact]
    public void BackToBack_IsOne() =>
        Assert.Equal(1, FoxWolfram.SecondRatio([new(3, 1, 2, 4), new(-3, -1, -2, 4)]), 1e-12);

    [Fact]
    public void SixAxes_AreZero() => Assert.Equal(0, FoxWolfram.SecondRatio(
        [new(2, 0, 0, 2), new(-2, 0, 0, 2), new(0, 2, 0, 2), new(0, -2, 0, 2), new(0, 0, 2, 2), new(0, 0, -2, 2)]),
        1e-12);

    [Fact]
    public void Star_IsAQuarter()
    {
        double h = Math.Sqrt(3) / 2;
        Assert.Equal(0.25, FoxWolfram.SecondRatio([new(0, 1, 0, 1), new(0, -0.5, h, 1), new(0, -0.5, -h, 1)]), 1e-12);
    }

    [Fact]
    public void RandomMomenta_AgreeWithTheDoubleSum()
    {
        FourVector[] momenta = JetEvents.Random(30);
        double zeroth = 0, second = 0;
        foreach (FourVector a in momenta)
        {
            foreach (FourVector b in momenta)
            {
                double cos = ((a.Px * b.Px) + (a.Py * b.Py) + (a.Pz * b.Pz)) / (a.P * b.P);
                (zeroth, second) = (zeroth + (a.P * b.P), second + (a.P * b.P * ((1.5 * cos * cos) - 0.5)));
            }
        }

        Assert.Equal(second / zeroth, FoxWolfram.SecondRatio(momenta), 1e-12);
        Assert.Equal(0, FoxWolfram.SecondRatio([]));
    }
}
