namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// One point of the phase space of two incoming partons, the densities there, and what they can do. A workspace that is
/// filled anew for each point.
/// </summary>
internal sealed class HardPoint
{
    /// <summary>Momentum fraction of the parton along +z.</summary>
    public double X1 { get; private set; }

    /// <summary>Momentum fraction of the parton along -z.</summary>
    public double X2 { get; private set; }

    /// <summary>Mass squared of the collision of the two partons [GeV²].</summary>
    public double S { get; private set; }

    /// <summary>Cosine of the angle between the parton along +z and the third particle, in their rest frame.</summary>
    public double CosTheta { get; set; }

    /// <summary>Mass of the third particle [GeV] where the kinematics used one.</summary>
    public double Mass3 { get; set; }

    /// <summary>Mass of the fourth particle [GeV] where the kinematics used one.</summary>
    public double Mass4 { get; set; }

    /// <summary>Momentum densities of the proton along +z, by <see cref="PartonDensities.Index"/>.</summary>
    public double[] Densities1 { get; } = new double[PartonDensities.Count];

    /// <summary>Momentum densities of the proton along -z.</summary>
    public double[] Densities2 { get; } = new double[PartonDensities.Count];

    /// <summary>What can happen here, with relative weights.</summary>
    public List<Channel> Channels { get; } = new(256);

    /// <summary>Sum of the weights of the channels.</summary>
    public double Sum { get; private set; }

    /// <summary>Moves to another point and forgets the channels.</summary>
    /// <param name="x1">Momentum fraction of the parton along +z, in (0, 1).</param>
    /// <param name="x2">Momentum fraction of the parton along -z, in (0, 1).</param>
    /// <param name="collisionS">Mass squared of the collision of the protons [GeV²].</param>
    /// <param name="q2">Factorisation scale squared [GeV²].</param>
    public void MoveTo(double x1, double x2, double collisionS, double q2)
    {
        (X1, X2, S, Sum) = (x1, x2, x1 * x2 * collisionS, 0);
        Channels.Clear();
        PartonDensities.Fill(x1, q2, Densities1);
        PartonDensities.Fill(x2, q2, Densities2);
    }

    /// <summary>Adds a channel unless its weight is 0.</summary>
    public void Add(int first, int second, int third, int fourth, in ColourFlow flow, double weight,
        double polarisation = 0)
    {
        double full = weight * Densities1[PartonDensities.Index(first)] * Densities2[PartonDensities.Index(second)];
        if (full > 0)
        {
            Channels.Add(new Channel(first, second, third, fourth, flow, full, polarisation));
            Sum += full;
        }
    }

    /// <summary>Leaves out the channels without charm or bottom in the final state.</summary>
    public void KeepHeavy()
    {
        Channels.RemoveAll(c => Math.Abs(c.Third) is not (4 or 5) && Math.Abs(c.Fourth) is not (4 or 5));
        Sum = 0;
        foreach (Channel channel in Channels)
        {
            Sum += channel.Weight;
        }
    }

    /// <summary>The channel at a place of the running sum of weights.</summary>
    /// <param name="u">Place in (0, 1).</param>
    public Channel Choose(double u)
    {
        double left = u * Sum;
        for (int i = 0; i < Channels.Count - 1; i++)
        {
            left -= Channels[i].Weight;
            if (left < 0)
            {
                return Channels[i];
            }
        }

        return Channels[^1];
    }
}
