// covers: TrackerFlight, CaloFaces, ShowerAxis
using Moliere.Data.Kinematics;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

public class ParticleArrivalTests
{
    private const double LightSpeed = 299.792458; // mm/ns

    private static readonly ParticleArrival Arrivals = new(new DetectorModel(DetectorDescription.Default));

    // Physics notes 5.4: pT < 0.35 GeV never reaches the calorimeter.
    [Theory]
    [InlineData(0.34, false)]
    [InlineData(0.35, true)]
    public void CurlingParticles_NeverArrive(double pt, bool arrives) => Assert.Equal(
        arrives, Arrivals.TryArrive(FourVector.FromPtEtaPhiMass(pt, 0, 0, 0.14), 1, default, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ParticleAtRest_NeverArrives(int charge) =>
        Assert.False(Arrivals.TryArrive(new FourVector(0, 0, 0, 0.938), charge, default, out _));

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(1, 300, -200, 100)]
    [InlineData(-1, -150, 700, -400)]
    public void EntranceInTheBarrel_EqualsTheSteppedTrajectory(int charge, double x, double y, double z)
    {
        var momentum = FourVector.FromPtEtaPhiMass(0.8, 0.5, 0.3, 0.14);
        Assert.True(Arrivals.TryArrive(momentum, charge, new(x, y, z, 0), out Arrival arrival));
        double direction = 0.3, length = 0;
        const double Step = 0.01;
        double perStep = charge * 0.299792458 * 2 / (momentum.Pt * 1000) * Step; // turn per step of transverse length
        while (Math.Sqrt((x * x) + (y * y)) < 1500)
        {
            bool inField = Math.Sqrt((x * x) + (y * y)) < 1150;
            direction -= inField ? perStep / 2 : 0;
            (x, y) = (x + (Step * Math.Cos(direction)), y + (Step * Math.Sin(direction)));
            z += Step * Math.Sinh(0.5);
            length += Step * Math.Cosh(0.5);
            direction -= inField ? perStep / 2 : 0;
        }

        double velocity = momentum.Pt * Math.Cosh(0.5) / momentum.E * LightSpeed;
        Assert.Equal(Math.Atan2(y, x), arrival.Axis.Phi, 1e-4);
        Assert.Equal(Math.Asinh(z / 1500), arrival.Axis.Eta, 1e-4);
        double expected = (length / velocity) - (Math.Sqrt((1500 * 1500) + (z * z)) / LightSpeed);
        Assert.Equal(expected, arrival.Delay, 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-3)]
    [InlineData(4.5)]
    public void NeutralParticleOfTheCollision_GoesStraightAndIsInTime(double eta)
    {
        var momentum = FourVector.FromPtEtaPhiMass(0.1, eta, 2, 0);
        Assert.True(Arrivals.TryArrive(momentum, 0, default, out Arrival arrival));
        Assert.Equal(eta, arrival.Axis.Eta, 1e-9);
        Assert.Equal(2, arrival.Axis.Phi, 1e-9);
        Assert.Equal(0, arrival.Axis.EtaDrift, 1e-9);
        Assert.Equal(0, arrival.Axis.PhiDrift, 1e-9);
        Assert.Equal(0, arrival.Radius);
        Assert.Equal(0, arrival.Delay, 1e-9);
    }

    // A soft particle that flies forward leaves through the end of the tracker before it has turned back.
    [Fact]
    public void CurlingParticleThatFliesForward_Arrives()
    {
        Assert.True(Arrivals.TryArrive(
            FourVector.FromPtEtaPhiMass(0.3, 3.5, 0, 0.14), 1, default, out Arrival arrival));
        Assert.InRange(arrival.Axis.Eta, 3.4, 3.7);
    }

    // From (0, 300, 0) along x the face of 1500 mm is met at x = sqrt(1500² - 300²); the line then moves on in azimuth.
    [Fact]
    public void DisplacedPhoton_EntersWhereItsLineDoesAndDriftsOverTheCells()
    {
        var along = new FourVector(10, 0, 0, 10);
        Assert.True(Arrivals.TryArrive(along, 0, new(0, 300, 0, 2), out Arrival arrival));
        double x = Math.Sqrt((1500.0 * 1500) - (300 * 300));
        Assert.Equal(Math.Atan2(300, x), arrival.Axis.Phi, 1e-9);
        Assert.Equal(2 + ((x - 1500) / LightSpeed), arrival.Delay, 1e-9);
        double deeper = Math.Atan2(300, Math.Sqrt((1950.0 * 1950) - (300 * 300)));
        Assert.Equal(deeper, arrival.Axis.At(1950).Phi, 0.005);
    }

    [Fact]
    public void ParticleMadeInTheCalorimeter_BeginsThere()
    {
        var along = new FourVector(0, 10, 0, 10);
        Assert.True(Arrivals.TryArrive(along, 0, new(2500, 0, 500, 12), out Arrival arrival));
        Assert.Equal((2500, 0), (arrival.Radius, arrival.Axis.Phi));
        Assert.Equal(Math.Asinh(0.2), arrival.Axis.Eta, 1e-12);
        Assert.Equal(12 - (Math.Sqrt((2500.0 * 2500) + (500 * 500)) / LightSpeed), arrival.Delay, 1e-9);
    }

    // From (2500, 0, 0) at 45 degrees to the line of sight, outwards or inwards: what goes inwards is mirrored.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ParticleMadeInTheCalorimeter_DriftsOverTheCellsAsItGoesDeeper(int side)
    {
        Assert.True(Arrivals.TryArrive(new FourVector(10 * side, 10, 0, 14.2), 0, new(2500, 0, 0, 9), out Arrival at));
        double step = 0.3 / Math.Sqrt(2);
        Assert.Equal(Math.Atan2(step, 1 + step), at.Axis.At(1.3 * 2500).Phi, 1e-9);
        Assert.Equal(0, at.Axis.EtaDrift, 1e-9);
    }

    [Fact]
    public void CollisionShiftedAlongTheBeam_LosesNothingBetweenBarrelAndEndCap()
    {
        for (double eta = -3; eta < 3; eta += 0.001)
        {
            var momentum = FourVector.FromPtEtaPhiMass(5, eta, 1, 0);
            Assert.True(Arrivals.TryArrive(momentum, 0, new(0, 0, 120, 0), out Arrival arrival));
            Assert.Equal(eta, arrival.Axis.Eta, 0.09);
        }
    }
}
