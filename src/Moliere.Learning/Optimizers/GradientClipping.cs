namespace Moliere.Learning.Optimizers;

/// <summary>Limits the length of a gradient and keeps its direction.</summary>
/// <source>Pascanu, Mikolov, Bengio, arXiv:1211.5063, algorithm 1.</source>
public static class GradientClipping
{
    /// <summary>Euclidean norm, in double precision; not finite if any element is not.</summary>
    /// <param name="gradient">Any length.</param>
    public static double Norm(ReadOnlySpan<float> gradient)
    {
        // Four partial sums: the additions overlap, and the order is the same on every machine.
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= gradient.Length; i += 4)
        {
            a += (double)gradient[i] * gradient[i];
            b += (double)gradient[i + 1] * gradient[i + 1];
            c += (double)gradient[i + 2] * gradient[i + 2];
            d += (double)gradient[i + 3] * gradient[i + 3];
        }

        for (; i < gradient.Length; i++)
        {
            a += (double)gradient[i] * gradient[i];
        }

        return Math.Sqrt(a + b + (c + d));
    }

    /// <summary>Scales the gradient down if it is longer than allowed.</summary>
    /// <param name="gradient">Changed only if too long.</param>
    /// <param name="maximum">Largest norm; 0 for no limit.</param>
    /// <returns>The norm before scaling.</returns>
    public static double ClipInPlace(Span<float> gradient, double maximum)
    {
        double norm = Norm(gradient);
        if (maximum > 0 && norm > maximum && double.IsFinite(norm))
        {
            float scale = (float)(maximum / norm);
            foreach (ref float derivative in gradient)
            {
                derivative *= scale;
            }
        }

        return norm;
    }
}
