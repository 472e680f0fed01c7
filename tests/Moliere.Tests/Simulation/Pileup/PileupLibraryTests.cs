// covers: CellNoise, PileupOverlay, CollisionCells, RegionMirror
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Pileup;
using Moliere.Tests.Simulation.Detector;

namespace Moliere.Tests.Simulation.Pileup;

public class PileupLibraryTests
{
    private static readonly DetectorModel Detector = new(DetectorDescription.Default);
    private static readonly PileupOptions Options = new() { LibrarySize = 100, FixedMu = 30 };

    [Fact]
    public void NumberOfThreads_DoesNotChangeTheBits()
    {
        PileupLibrary one = Build(1), two = Build(2);
        for (int i = 0; i < one.Count; i++)
        {
            Assert.Equal(one.Collisions[i].Cells, two.Collisions[i].Cells);
            Assert.Equal(one.Collisions[i].Signals, two.Collisions[i].Signals);
        }
    }

    // Campbell's theorem: the noise computed from the library is the spread that the overlay makes.
    [Fact]
    public void OverlaidEnergy_HasTheSpreadOfTheNoise()
    {
        PileupLibrary library = Build(2);
        var noise = new CellNoise(Detector, library, 30);
        var overlay = new PileupOverlay(library);
        var target = new CalorimeterEvent(Detector.Geometry) { Mu = 30 };
        (double measured, double expected, double vertices) = (0, 0, 0);
        const int Events = 20;
        for (int e = 0; e < Events; e++)
        {
            Array.Clear(target.Energy);
            var rng = new Rng(2, "overlay", (ulong)e);
            vertices += overlay.AddTo(target, ref rng) / (double)Events;
            for (int cell = 0; cell < target.Energy.Length; cell++)
            {
                double total = noise.Total[cell], electronic = noise.Electronic[cell];
                measured += (double)target.Energy[cell] * target.Energy[cell];
                expected += (total * total) - (electronic * electronic);
            }
        }

        Assert.InRange(measured / expected, 0.95, 1.05);
        Assert.Equal(30, vertices, 5.0);
    }

    [Fact]
    public void Noise_IsTheSameOnBothSides()
    {
        CaloGeometry geometry = Detector.Geometry;
        var noise = new CellNoise(Detector, Build(1), 30);
        RegionMirror[] mirrors = RegionMirror.Of(geometry);
        for (int r = 0; r < geometry.Regions.Count; r++)
        {
            int first = geometry.Regions[r].FirstCell;
            Assert.Equal(noise.Total[first], noise.Total[mirrors[r].Base]);
            Assert.Equal(-geometry.Eta[first], geometry.Eta[mirrors[r].Base], 1e-5);
            Assert.Equal(geometry.Sampling[first], geometry.Sampling[mirrors[r].Base]);
        }
    }

    [Fact]
    public void ThinningSmallSignals_KeepsTheMean()
    {
        PileupLibrary all = PileupLibrary.Build(
            Detector, Options with { SmallestSignificance = 0 }, EventSimulatorTests.SoftCollision, 3, 1);
        PileupLibrary thinned = Build(1);
        Assert.InRange(thinned.MeanSignal / all.MeanSignal, 0.98, 1.02);
        Assert.True(thinned.MeanCells < all.MeanCells);
    }

    private static PileupLibrary Build(int threads) =>
        PileupLibrary.Build(Detector, Options, EventSimulatorTests.SoftCollision, 3, threads);
}
