using System.Diagnostics;
using System.Text.Json;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Nanoseconds of processor time per normal of a counter-based stream, in pieces of 1024 as training draws them; the
/// best of several rounds. Prints one line of JSON.
/// </summary>
internal static class NoiseBenchmark
{
    public static int Run(string[] args)
    {
        int pieces = Arguments.Number(args, "--pieces", 20_000), rounds = Arguments.Number(args, "--rounds", 7);
        float[] noise = new float[1024];
        var stream = new NoiseStream(1, "benchmark");
        double best = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            for (int piece = 0; piece < pieces; piece++)
            {
                NormalNoise.Fill(stream with { Step = (uint)piece }, 0, noise);
            }

            TimeSpan spent = Process.GetCurrentProcess().TotalProcessorTime - start;
            best = Math.Min(best, spent.TotalNanoseconds / ((double)pieces * noise.Length));
        }

        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "noise", nanoseconds_per_normal = best }));
        return 0;
    }
}
