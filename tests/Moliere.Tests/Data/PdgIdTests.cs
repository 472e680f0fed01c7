// covers: ParticleKind
using Moliere.Data;

namespace Moliere.Tests.Data;

public sealed class PdgIdTests
{
    // Quark contents: Review of Particle Physics.
    [Theory]
    [InlineData(211, 1)]
    [InlineData(-211, -1)]
    [InlineData(321, 1)]
    [InlineData(-321, -1)]
    [InlineData(411, 1)]
    [InlineData(431, 1)]
    [InlineData(521, 1)]
    [InlineData(-521, -1)]
    [InlineData(111, 0)]
    [InlineData(311, 0)]
    [InlineData(421, 0)]
    [InlineData(511, 0)]
    [InlineData(130, 0)]
    [InlineData(310, 0)]
    [InlineData(2212, 1)]
    [InlineData(-2212, -1)]
    [InlineData(2112, 0)]
    [InlineData(3112, -1)]
    [InlineData(3222, 1)]
    [InlineData(3312, -1)]
    [InlineData(-3334, 1)]
    [InlineData(3122, 0)]
    [InlineData(2224, 2)]
    [InlineData(11, -1)]
    [InlineData(-13, 1)]
    [InlineData(24, 1)]
    [InlineData(22, 0)]
    [InlineData(14, 0)]
    public void Charge_FollowsFromTheNumber(int pdgId, int charge) => Assert.Equal(charge, PdgId.Charge(pdgId));

    [Theory]
    [InlineData(PdgId.Photon, ParticleKind.Photon)]
    [InlineData(-PdgId.Electron, ParticleKind.Electron)]
    [InlineData(-PdgId.Muon, ParticleKind.Muon)]
    [InlineData(PdgId.PiPlus, ParticleKind.ChargedHadron)]
    [InlineData(PdgId.Proton, ParticleKind.ChargedHadron)]
    [InlineData(PdgId.KLong, ParticleKind.NeutralHadron)]
    [InlineData(-PdgId.Neutron, ParticleKind.NeutralHadron)]
    [InlineData(-12, ParticleKind.Invisible)]
    public void Kind_IsThatOfTheCalorimeter(int pdgId, ParticleKind kind) => Assert.Equal(kind, PdgId.KindOf(pdgId));

    [Fact]
    public void Mass_IsThatOfTheReview()
    {
        Assert.Equal(0.13957, PdgId.Mass(-PdgId.PiPlus), 1e-5);
        Assert.Equal(0.93827, PdgId.Mass(PdgId.Proton), 1e-5);
        Assert.Equal(0, PdgId.Mass(PdgId.Photon));
    }
}
