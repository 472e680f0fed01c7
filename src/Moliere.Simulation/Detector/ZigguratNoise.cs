using Moliere.Numerics.Random;

namespace Moliere.Simulation.Detector;

/// <summary>
/// Adds Gaussian noise to an array of cells: one random word per cell, so that the noise of a whole detector costs less than a
/// millisecond. Exact in the tail, where noise alone makes clusters.
/// </summary>
/// <source>
/// Marsaglia and Tsang, J. Stat. Softw. 5 (2000) 8, with layer, sign and height taken from separate bits as Doornik (2005)
/// asks; random words from <see cref="Philox"/>.
/// </source>
internal sealed class ZigguratNoise
{
    private const int Layers = 256;
    private const double TailStart = 3.6541528853610088; // r of the 256-layer table, Marsaglia and Tsang
    private const double LayerArea = 4.92867323399e-3; // v, ibid.
    private const float PerHeight = 1.0f / (1 << 23);

    private readonly float[] _width = new float[Layers];
    private readonly float[] _ratio = new float[Layers];
    private readonly double[] _height = new double[Layers + 1];

    /// <summary>Builds the table.</summary>
    public ZigguratNoise()
    {
        double x = TailStart, f = Math.Exp(-0.5 * x * x);
        _width[0] = (float)(LayerArea / f);
        _ratio[0] = (float)(x * f / LayerArea);
        _height[0] = 0;
        for (int i = 1; i < Layers; i++)
        {
            _width[i] = (float)x;
            _height[i] = Math.Exp(-0.5 * x * x);
            double next = i == Layers - 1 ? 0 : Math.Sqrt(-2 * Math.Log((LayerArea / x) + _height[i]));
            _ratio[i] = (float)(next / x);
            x = next;
        }

        _height[Layers] = 1;
    }

    /// <summary>Adds sigma times a standard normal to every element.</summary>
    /// <param name="energy">Cells.</param>
    /// <param name="sigma">Width of each, same length.</param>
    /// <param name="rng">Gives the key of this event's words and the rare second draws.</param>
    public void AddTo(Span<float> energy, ReadOnlySpan<float> sigma, ref Rng rng)
    {
        uint key0 = rng.NextUInt(), key1 = rng.NextUInt();
        for (int i = 0; i < energy.Length; i += 4)
        {
            (uint r0, uint r1, uint r2, uint r3) = Philox.Block(((uint)i, 0, 0, 0), key0, key1);
            energy[i] += sigma[i] * Normal(r0, ref rng);
            if (i + 3 < energy.Length)
            {
                energy[i + 1] += sigma[i + 1] * Normal(r1, ref rng);
                energy[i + 2] += sigma[i + 2] * Normal(r2, ref rng);
                energy[i + 3] += sigma[i + 3] * Normal(r3, ref rng);
                continue;
            }

            for (int rest = i + 1; rest < energy.Length; rest++)
            {
                energy[rest] += sigma[rest] * Normal(rng.NextUInt(), ref rng);
            }
        }
    }

    /// <summary>Standard normal from one random word, and more from the stream in 1 of 100 cases.</summary>
    /// <param name="word">32 random bits.</param>
    /// <param name="rng">Stream.</param>
    public float Normal(uint word, ref Rng rng)
    {
        int layer = (int)(word & (Layers - 1));
        float u = ((word >> 9) + 0.5f) * PerHeight;
        float x = u * _width[layer];
        if (u >= _ratio[layer])
        {
            x = Resolve(layer, x, ref rng);
        }

        return (word & 256) != 0 ? -x : x;
    }

    private float Resolve(int layer, float x, ref Rng rng)
    {
        while (true)
        {
            if (layer == 0)
            {
                return (float)Tail(ref rng);
            }

            double low = _height[layer], high = _height[layer + 1];
            if (low + (rng.NextDouble() * (high - low)) < Math.Exp(-0.5 * x * x))
            {
                return x;
            }

            layer = rng.NextInt(Layers);
            double u = rng.NextDouble();
            x = (float)(u * _width[layer]);
            if (u < _ratio[layer])
            {
                return x;
            }
        }
    }

    private static double Tail(ref Rng rng)
    {
        double x, y;
        do
        {
            x = -Math.Log(rng.NextDouble()) / TailStart;
            y = -Math.Log(rng.NextDouble());
        }
        while (y + y < x * x);

        return TailStart + x;
    }
}
