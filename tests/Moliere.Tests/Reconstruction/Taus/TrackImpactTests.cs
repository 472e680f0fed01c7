using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Taus;

namespace Moliere.Tests.Reconstruction.Taus;

public sealed class TrackImpactTests
{
    [Theory]
    [InlineData(1.0, 0.0, 1)]
    [InlineData(3.0, 1.1, -1)]
    [InlineData(3.0, 2.4, 1)]
    [InlineData(50.0, -1.6, -1)]
    [InlineData(2.0, -2.0, 1)]
    public void Impact_IsWhereSmallStepsLead(double pt, double eta, int charge)
    {
        var track = new Track(pt, eta, 0.7, charge, 0.4, 30, 0.02, 0.05, 0, -1);
        var options = new TauOptions();
        TrackImpact impact = TrackImpact.Of(track, options);
        (double expectedEta, double expectedPhi) = Stepped(track, options);
        Assert.Equal(expectedEta, impact.Eta, 1e-3);
        Assert.Equal(0, EtaPhi.DeltaPhi(expectedPhi, impact.Phi), 1e-3);
        Assert.True(charge * EtaPhi.DeltaPhi(impact.Phi, 0.7) < 0); // positive charges turn clockwise
    }

    [Fact]
    public void WithoutField_TheLineIsStraight()
    {
        var track = new Track(2, 0.8, -3, 1, 0, 0, 0.02, 0.05, 0, -1);
        TrackImpact impact = TrackImpact.Of(track, new TauOptions { Field = 0 });
        Assert.Equal((0.8, -3.0), (Math.Round(impact.Eta, 9), Math.Round(impact.Phi, 9)));
    }

    [Fact]
    public void Distance_GoesAroundTheCircle() =>
        Assert.Equal(0.1, new TrackImpact(0, Math.PI - 0.05).DistanceTo(0, -Math.PI + 0.05), 1e-12);

    // A tenth of a millimetre at a time.
    private static (double Eta, double Phi) Stepped(in Track track, TauOptions options)
    {
        (double x, double y, double z) = (-track.D0 * Math.Sin(track.Phi), track.D0 * Math.Cos(track.Phi), track.Z0);
        double phi = track.Phi, slope = Math.Sinh(track.Eta);
        double turn = -track.Charge * options.Field * Units.SpeedOfLight * 1e-6 / track.Pt;
        while ((x * x) + (y * y) < 1700.0 * 1700 && Math.Abs(z) < 3900)
        {
            const double step = 0.1;
            bool isInside = (x * x) + (y * y) < 1150.0 * 1150 && Math.Abs(z) < 3400;
            phi += isInside ? turn * step / 2 : 0;
            (x, y, z) = (x + (step * Math.Cos(phi)), y + (step * Math.Sin(phi)), z + (step * slope));
            phi += isInside ? turn * step / 2 : 0;
        }

        return (Math.Asinh(z / Math.Sqrt((x * x) + (y * y))), Math.Atan2(y, x));
    }
}
