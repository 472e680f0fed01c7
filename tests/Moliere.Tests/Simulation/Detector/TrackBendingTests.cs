using Moliere.Data.Kinematics;
using Moliere.Simulation.Detector;

namespace Moliere.Tests.Simulation.Detector;

public class TrackBendingTests
{
    private static readonly TrackBending Bending = new(new DetectorOptions());

    // Physics notes 5.4: pT < 0.35 GeV never reaches the calorimeter.
    [Theory]
    [InlineData(0.34, false)]
    [InlineData(0.35, true)]
    public void CurlingParticles_NeverArrive(double pt, bool arrives) =>
        Assert.Equal(arrives, Bending.TryReach(FourVector.FromPtEtaPhiMass(pt, 0, 0, 0.14), 1, out _, out _));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void EntrancePoint_EqualsTheSteppedTrajectory(int charge)
    {
        var momentum = FourVector.FromPtEtaPhiMass(0.8, 0.5, 0.3, 0.14);
        Assert.True(Bending.TryReach(momentum, charge, out double eta, out double phi));
        (double x, double y, double z, double direction) = (0, 0, 0, 0.3);
        const double Step = 0.01;
        double perStep = charge * 0.299792458 * 2 / (momentum.Pt * 1000) * Step; // turn per step of transverse length
        while (Math.Sqrt((x * x) + (y * y)) < 1500)
        {
            bool inField = Math.Sqrt((x * x) + (y * y)) < 1150;
            direction -= inField ? perStep / 2 : 0;
            (x, y) = (x + (Step * Math.Cos(direction)), y + (Step * Math.Sin(direction)));
            z += Step * Math.Sinh(0.5);
            direction -= inField ? perStep / 2 : 0;
        }

        Assert.Equal(Math.Atan2(y, x), phi, 1e-4);
        Assert.Equal(Math.Asinh(z / 1500), eta, 1e-4);
    }

    [Fact]
    public void NeutralParticle_GoesStraight()
    {
        Assert.True(Bending.TryReach(FourVector.FromPtEtaPhiMass(0.1, 1, 2, 0), 0, out double eta, out double phi));
        Assert.Equal(1, eta, 1e-12);
        Assert.Equal(2, phi, 1e-12);
    }
}
