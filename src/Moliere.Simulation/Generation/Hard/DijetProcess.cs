namespace Moliere.Simulation.Generation.Hard;

/// <summary>Two partons from QCD scattering; optionally only what has charm or bottom in the final state.</summary>
/// <source>Combridge, Kripfganz, Ranft, Phys. Lett. B 70 (1977) 234.</source>
/// <param name="collisionEnergy">Energy of the protons together [GeV].</param>
/// <param name="rapidityMax">Both partons lie in |y| below this.</param>
/// <param name="heavyOnly">Whether light final states are left out.</param>
internal sealed class DijetProcess(double collisionEnergy, double rapidityMax, bool heavyOnly)
    : PairProcess(collisionEnergy, rapidityMax, 0, 0)
{
    private protected override double AddChannels(HardPoint point, double q2)
    {
        QcdScattering.Add(point);
        if (heavyOnly)
        {
            point.KeepHeavy();
        }

        double coupling = ElectroweakCouplings.Strong(q2) / point.S;
        return Math.PI * coupling * coupling;
    }
}
