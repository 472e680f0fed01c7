using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>
/// Objects in the form of the old streamers, as bytes of a field: big-endian, with the layouts that the file tells.
/// </summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section ROOT streamed types.</source>
internal static class NtupleStreamed
{
    /// <summary>Why objects of a field cannot be read; null where they can.</summary>
    public static string? Obstacle(RootFile file, NtupleField field)
    {
        try
        {
            Columns(file, field)();
            return null;
        }
        catch (Exception error) when (error is UnreadableTypeException or InvalidFileException)
        {
            return error.Message;
        }
    }

    /// <summary>Reads objects.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="field">A field whose obstacle is null.</param>
    /// <param name="objects">Where each begins and ends among the bytes.</param>
    /// <param name="bytes">Those of all objects.</param>
    /// <param name="place">For errors.</param>
    public static RootArray Read(
        RootFile file, NtupleField field, NtupleCollections objects, byte[] bytes, FilePlace place)
    {
        ColumnBuilder column = Columns(file, field)();
        var origin = new RootOrigin(file.Path, Math.Max(place.Byte, 0), place.Inside) { IsPacked = true };
        for (int i = 0; i + 1 < objects.Offsets.Length; i++)
        {
            int start = objects.Offsets[i];
            column.Read(new RootCursor(bytes.AsMemory(start, objects.Offsets[i + 1] - start), origin), 1);
        }

        return column.Build();
    }

    // Objects of all classes have headers here, not only those that write themselves.
    private static Func<ColumnBuilder> Columns(RootFile file, NtupleField field)
    {
        var type = CppType.Parse(field.Type);
        var compiler = new ColumnCompiler(file.Streamers);
        return CollectionNames.KindOf(type) == CollectionKind.Other ? compiler.Streamed(type) : compiler.Whole(type);
    }
}
