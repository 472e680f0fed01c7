using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Training;

/// <summary>
/// SHA-256 over everything that determines the bits of a training: options (without the number of threads), loss, shape
/// and starting weights of the network, and both data sets.
/// </summary>
internal static class Fingerprint
{
    public static byte[] Of(Network model, Loss loss, DataSet train, DataSet validation, TrainerOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(options with { Threads = 1 }));
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{loss} {model.Identity}"));
        Append(hash, model.Parameters);
        foreach (DataSet data in new[] { train, validation })
        {
            Append(hash, data.Features);
            Append(hash, data.Targets);
            Append(hash, data.Weights ?? []);
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<float> values)
    {
        // Bytes of the length first: two neighbouring arrays must not be able to trade elements.
        hash.AppendData(BitConverter.GetBytes(values.Length));
        hash.AppendData(MemoryMarshal.AsBytes(values));
    }
}
