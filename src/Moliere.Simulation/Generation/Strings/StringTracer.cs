using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Follows colour tags from parton to parton: every coloured parton belongs to one string.</summary>
internal static class StringTracer
{
    /// <summary>The strings of a system: open ones in the order of their quarks, then rings.</summary>
    /// <param name="system">Partons; those without colour are passed over.</param>
    /// <exception cref="ArgumentException">A colour line ends in nothing.</exception>
    public static List<StringChain> Trace(PartonSystem system)
    {
        List<Parton> partons = system.Partons;
        var byAnticolour = new Dictionary<int, int>(partons.Count);
        for (int i = 0; i < partons.Count; i++)
        {
            if (partons[i].Anticolour != 0)
            {
                byAnticolour[partons[i].Anticolour] = i;
            }
        }

        var strings = new List<StringChain>();
        var isUsed = new bool[partons.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            bool isRing = pass == 1;
            for (int i = 0; i < partons.Count; i++)
            {
                if (!isUsed[i] && partons[i].Colour != 0 && (isRing || partons[i].Anticolour == 0))
                {
                    strings.Add(new StringChain(Follow(partons, i, byAnticolour, isUsed), isRing));
                }
            }
        }

        return strings;
    }

    private static List<Parton> Follow(
        List<Parton> partons, int start, Dictionary<int, int> byAnticolour, bool[] isUsed)
    {
        var chain = new List<Parton>();
        int i = start;
        do
        {
            chain.Add(partons[i]);
            isUsed[i] = true;
            if (partons[i].Colour == 0)
            {
                return chain;
            }

            if (!byAnticolour.TryGetValue(partons[i].Colour, out int next))
            {
                throw new ArgumentException(
                    $"Colour tag {partons[i].Colour} of parton {i} (particle number {partons[i].PdgId}) has no"
                    + " anticolour partner; every colour line must have two ends to become a string.",
                    nameof(partons));
            }

            i = next;
        }
        while (i != start);
        return chain;
    }
}
