using System.Buffers.Binary;
using Moliere.Formats.Root.Files;

namespace Moliere.Tests.Toolbox;

/// <summary>
/// A ROOT file with its named objects and streamer information unpacked, so that damage reaches what compression hides:
/// the unpacked records stand at the end, and the keys point there.
/// </summary>
internal static class RootPlainCopy
{
    private const int LargestObject = 1 << 20;

    /// <summary>The copy of a file; objects of several MiB stay packed.</summary>
    /// <param name="path">A valid file with positions of 4 bytes.</param>
    public static byte[] Of(string path)
    {
        using RootFile file = RootFile.Open(path);
        var bytes = new List<byte>(File.ReadAllBytes(path));
        foreach (RootEntry entry in file.Entries.Where(entry => !entry.IsDirectory && !entry.Key.IsLarge))
        {
            Move(file, entry.Key, bytes, Find(bytes, entry.Key));
        }

        if (!file.Header.IsLarge && file.Header.StreamerPosition > 0)
        {
            RootKey key = file.KeyAt(file.Header.StreamerPosition, "streamer information");
            Patch(bytes, 37, bytes.Count);
            Patch(bytes, 41, key.KeySize + key.UnpackedSize);
            Append(file, key, bytes);
        }

        if (!file.Header.IsLarge)
        {
            Patch(bytes, 12, bytes.Count);
        }

        return [.. bytes];
    }

    // The key in the directory's list: the same bytes as at the record, but later in the file.
    private static int Find(List<byte> bytes, RootKey key)
    {
        byte[] wanted = [.. bytes.Skip((int)key.Position).Take(key.KeySize)];
        for (int at = bytes.Count - wanted.Length; at > key.Position; at--)
        {
            if (bytes[at] == wanted[0] && wanted.AsSpan().SequenceEqual(bytes.Slice(at, wanted.Length).ToArray()))
            {
                return at;
            }
        }

        return -1;
    }

    private static void Move(RootFile file, RootKey key, List<byte> bytes, int listed)
    {
        if (listed < 0 || key.UnpackedSize > LargestObject)
        {
            return;
        }

        Patch(bytes, listed, key.KeySize + key.UnpackedSize);
        Patch(bytes, listed + 18, bytes.Count);
        Append(file, key, bytes);
    }

    private static void Append(RootFile file, RootKey key, List<byte> bytes)
    {
        int start = bytes.Count;
        bytes.AddRange(bytes.Slice((int)key.Position, key.KeySize));
        bytes.AddRange(file.Read(key, "copy").Data.Span.ToArray());
        Patch(bytes, start, key.KeySize + key.UnpackedSize);
        Patch(bytes, start + 18, start);
    }

    private static void Patch(List<byte> bytes, int at, int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, value);
        for (int i = 0; i < 4; i++)
        {
            bytes[at + i] = four[i];
        }
    }
}
