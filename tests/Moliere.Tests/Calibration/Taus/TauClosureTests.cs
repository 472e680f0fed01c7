using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Neural.Taus;
using Moliere.Calibration.Taus;

namespace Moliere.Tests.Calibration.Taus;

public sealed class TauClosureTests
{
    [Fact]
    public void MediansAreClosed_TheSameWayForBothLearntMethods()
    {
        Assert.Equal(ClosureCentre.Median, TauClosure.Classical.Centre);
        Assert.Same(TauClosure.Classical, new TauScalesOptions().Closure);
        Assert.Same(TauClosure.Learnt, new TreeCalibrationOptions().Closure);
        Assert.Same(TauClosure.Learnt, new TauNetworkOptions().Closure);
    }

    [Fact]
    public void LearntMethods_KnowEtaAndCloseInOneBinOfIt()
    {
        Assert.Equal(TauClosure.Classical.EtaEdges[^1], TauClosure.Learnt.EtaEdges[^1]);
        Assert.Equal(2, TauClosure.Learnt.EtaEdges.Count);
        Assert.InRange(TauClosure.Learnt.Smoothing, 0.01, TauClosure.Classical.Smoothing);
    }
}
