using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Moliere.Learning.Models;

namespace Moliere.Learning.Training;

/// <summary>
/// SHA-256 over everything that determines the bits of a training: options (without the number of threads), loss, shape
/// and starting weights of the network, and both data sets.
/// </summary>
internal static class Fingerprint
{
    private const int RowsPerBlock = 1024;

    public static byte[] Of(
        Network model, string loss, TrainingRows train, TrainingRows validation, TrainerOptions options) =>
        Of($"{JsonSerializer.Serialize(options with { Threads = 1 })}{loss} ", [model], [train, validation]);

    /// <summary>The same of any set-up that is described in one line.</summary>
    public static byte[] Of(string setUp, Network[] networks, TrainingRows[] data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(setUp));
        foreach (Network network in networks)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(network.Identity));
            Append(hash, network.Parameters);
        }

        foreach (TrainingRows rows in data)
        {
            Append(hash, rows);
        }

        return hash.GetHashAndReset();
    }

    // Row by row, so that it does not show whether the rows lie in memory or on the disk.
    private static void Append(IncrementalHash hash, TrainingRows data)
    {
        hash.AppendData(MemoryMarshal.AsBytes<int>([data.RowCount, data.Width]));
        int stride = data.Width + 2;
        var block = new float[RowsPerBlock * stride];
        for (int first = 0; first < data.RowCount; first += RowsPerBlock)
        {
            int count = Math.Min(RowsPerBlock, data.RowCount - first);
            for (int i = 0; i < count; i++)
            {
                Span<float> row = block.AsSpan(i * stride, stride);
                data.Row(first + i).CopyTo(row);
                (row[^2], row[^1]) = (data.Target(first + i), data.Weight(first + i));
            }

            hash.AppendData(MemoryMarshal.AsBytes(block.AsSpan(0, count * stride)));
        }

        for (int list = 0; list < data.ListCount; list++)
        {
            for (int row = 0; row < data.RowCount; row++)
            {
                Append(hash, data.Points(row, list));
            }
        }

        if (data is CoupledRows coupled)
        {
            hash.AppendData(BitConverter.GetBytes(coupled.GroupSize));
            Append(hash, coupled.Context);
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<float> values)
    {
        // Bytes of the length first: two neighbouring arrays must not be able to trade elements.
        hash.AppendData(BitConverter.GetBytes(values.Length));
        hash.AppendData(MemoryMarshal.AsBytes(values));
    }
}
