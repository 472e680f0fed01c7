using System.Security.Cryptography;
using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Learning.Files;

/// <summary>
/// A small binary file that is either whole or refused: eight characters of magic, length, content, SHA-256 of the
/// content. It is written under a temporary name and renamed, so a reader never sees half of one.
/// </summary>
internal static class SealedFile
{
    private const int MagicLength = 8;
    private const int HeaderLength = MagicLength + sizeof(long);

    /// <summary>
    /// Writes the file atomically; an earlier file of that name is replaced only when the new one is complete.
    /// </summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="magic">Eight ASCII characters that name the kind and its version.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, string magic, Action<BinaryWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        string temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.ASCII.GetBytes(magic));
            Span<byte> length = stackalloc byte[sizeof(long)];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            file.Write(length);
            file.Write(bytes);
            file.Write(SHA256.HashData(bytes));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads and checks the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="magic">What must be at the start.</param>
    /// <param name="kind">What the file is, for messages, such as "checkpoint".</param>
    /// <param name="remedy">What the user can do if the file is broken.</param>
    /// <param name="read">Reads the content.</param>
    /// <exception cref="InvalidFileException">Not such a file, truncated or altered.</exception>
    public static T Read<T>(string path, string magic, string kind, string remedy, Func<BinaryReader, T> read)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderLength || Encoding.ASCII.GetString(bytes, 0, MagicLength) != magic)
        {
            throw Broken(path, kind, $"{bytes.Length} bytes that do not start with \"{magic}\"", remedy);
        }

        long length = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(MagicLength));
        long expected = HeaderLength + length + SHA256.HashSizeInBytes;
        if (length < 0 || bytes.Length != expected)
        {
            throw Broken(path, kind, $"{bytes.Length} bytes where the header asks for {expected}", remedy);
        }

        ReadOnlySpan<byte> content = bytes.AsSpan(HeaderLength, (int)length);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(HeaderLength + (int)length)))
        {
            throw Broken(path, kind, "content that does not match its checksum", remedy);
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, (int)length, writable: false));
        return ReadContent(reader, path, kind, remedy, read);
    }

    /// <summary>The exception for a file that cannot be used, with one sentence on what is wrong.</summary>
    public static InvalidFileException Broken(string path, string kind, string found, string remedy) =>
        new(new FilePlace(path), found, $"a usable {kind}", remedy);

    private static T ReadContent<T>(
        BinaryReader reader, string path, string kind, string remedy, Func<BinaryReader, T> read)
    {
        try
        {
            return read(reader);
        }
        catch (EndOfStreamException)
        {
            throw Broken(path, kind, "content that ends too early, as that of another kind of network would", remedy);
        }
    }
}
