using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Unpacked bytes of ranges in the file.</summary>
internal static class NtupleBytes
{
    /// <summary>Reads and unpacks a range; what it claims is checked before memory is taken.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="locator">The packed bytes.</param>
    /// <param name="unpackedSize">Bytes once unpacked.</param>
    /// <param name="inside">What they are, for errors.</param>
    public static byte[] Read(RootFile file, NtupleLocator locator, long unpackedSize, string inside)
    {
        file.RequireInside(locator.Position, locator.Size, inside);
        var place = new FilePlace(file.Path) { Byte = locator.Position, Inside = inside };
        if (locator.Size > Array.MaxLength || unpackedSize < 0 || unpackedSize > Array.MaxLength)
        {
            throw new InvalidFileException(
                place, $"{locator.Size} bytes that unpack to {unpackedSize}", "pieces of less than 2 GiB");
        }

        byte[] stored = file.Bytes(locator.Position, (int)locator.Size);
        return stored.Length == unpackedSize ? stored : Unpack(stored, unpackedSize, place);
    }

    private static byte[] Unpack(byte[] stored, long unpackedSize, FilePlace place)
    {
        BlockChain.RequirePlausible(stored, unpackedSize, place);
        var unpacked = new byte[unpackedSize];
        BlockChain.Unpack(stored, unpacked, place);
        return unpacked;
    }
}
