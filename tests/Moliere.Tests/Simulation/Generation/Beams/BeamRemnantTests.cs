using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Beams;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Tests.Simulation.Generation.Beams;

public sealed class BeamRemnantTests
{
    [Theory]
    [InlineData(21, 7, 8)]
    [InlineData(2, 7, 0)]
    [InlineData(1, 7, 0)]
    [InlineData(3, 7, 0)]
    [InlineData(-2, 0, 8)]
    [InlineData(-3, 0, 8)]
    public void Remnant_TakesOverTheColoursOfWhatIsLost(int id, int colour, int anticolour)
    {
        for (int i = 0; i < 50; i++)
        {
            BeamRemnant remnant = Draw(id, colour, anticolour, i);
            Assert.Equal(colour, remnant.Pieces.Sum(p => p.Anticolour));
            Assert.Equal(anticolour, remnant.Pieces.Sum(p => p.Colour));
            Assert.True(remnant.Mass >= remnant.Pieces.Sum(p => p.Mass) - 1e-9);
        }
    }

    [Fact]
    public void LostValenceQuark_LeavesADiquark()
    {
        Parton[] left = [.. Enumerable.Range(0, 400)
            .Select(i => One(2, 0.4, i)).Where(r => r.Pieces.Count == 1).Select(r => r.Pieces[0])];
        Assert.True(left.Length > 350);
        Assert.InRange(left.Count(p => p.PdgId == 2101) / (double)left.Length, 0.68, 0.82);
        Assert.All(left, p => Assert.Contains(p.PdgId, new[] { 2101, 2103 }));
    }

    private static BeamRemnant One(int id, double x, int number)
    {
        var rng = new Rng(2, "remnant", (ulong)number);
        return BeamRemnant.Draw(new(id, x, 7, 0, 1), ref rng);
    }

    private static BeamRemnant Draw(int id, int colour, int anticolour, int number)
    {
        var rng = new Rng(1, "remnant", (ulong)number);
        return BeamRemnant.Draw(new(id, 0.01, colour, anticolour, 1), ref rng);
    }
}
