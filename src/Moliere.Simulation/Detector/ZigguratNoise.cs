namespace Moliere.Simulation.Detector;

/// <summary>
/// Normal variates one at a time, for cells that are picked out; a whole detector has its noise from a vector kernel.
/// </summary>
/// <source>
/// Marsaglia and Tsang, J. Stat. Softw. 5 (2000) 8, with layer, sign and height taken from separate bits as Doornik
/// (2005) asks.
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

    /// <summary>Standard normal from 32 random bits, and more from the stream in 1 of 100 cases.</summary>
    /// <param name="word">32 random bits.</param>
    /// <param name="words">Stream.</param>
    public float Normal(uint word, ref SplitMix words)
    {
        int layer = (int)(word & (Layers - 1));
        float u = ((word >> 9) + 0.5f) * PerHeight;
        float x = u * _width[layer];
        if (u >= _ratio[layer])
        {
            x = Resolve(layer, x, ref words);
        }

        return (word & 256) != 0 ? -x : x;
    }

    private float Resolve(int layer, float x, ref SplitMix words)
    {
        while (true)
        {
            if (layer == 0)
            {
                return (float)Tail(ref words);
            }

            double low = _height[layer], high = _height[layer + 1];
            if (low + (words.NextDouble() * (high - low)) < Math.Exp(-0.5 * x * x))
            {
                return x;
            }

            layer = (int)(words.Next() & (Layers - 1));
            double u = words.NextDouble();
            x = (float)(u * _width[layer]);
            if (u < _ratio[layer])
            {
                return x;
            }
        }
    }

    private static double Tail(ref SplitMix words)
    {
        double x, y;
        do
        {
            x = -Math.Log(words.NextDouble()) / TailStart;
            y = -Math.Log(words.NextDouble());
        }
        while (y + y < x * x);

        return TailStart + x;
    }
}
