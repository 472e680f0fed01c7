namespace Moliere.Tests.Simulation.Generation.Strings;

/// <summary>Quarks less antiquarks by flavour, spelled out by particle numbers.</summary>
internal static class QuarkContent
{
    public static void AddParton(int pdgId, int[] quarks)
    {
        int id = Math.Abs(pdgId), sign = Math.Sign(pdgId);
        if (id > 1000)
        {
            quarks[id / 1000] += sign;
            quarks[id / 100 % 10] += sign;
        }
        else if (id < 6)
        {
            quarks[id] += sign;
        }
    }

    public static void AddHadron(int pdgId, int[] quarks)
    {
        int id = Math.Abs(pdgId), sign = Math.Sign(pdgId), q1 = id / 1000 % 10, q2 = id / 100 % 10, q3 = id / 10 % 10;
        if (q1 != 0)
        {
            quarks[q1] += sign;
            quarks[q2] += sign;
            quarks[q3] += sign;
        }
        else if (id > 100)
        {
            // The particle has an up-type heavier quark or a down-type heavier antiquark.
            int heavy = q2 % 2 == 0 ? sign : -sign;
            quarks[q2] += heavy;
            quarks[q3] -= heavy;
        }
    }

    public static int Charge(int[] quarks) => (2 * (quarks[2] + quarks[4])) - quarks[1] - quarks[3] - quarks[5];
}
