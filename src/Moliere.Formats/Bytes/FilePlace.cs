using System.Globalization;

namespace Moliere.Formats.Bytes;

/// <summary>Where in a file something was read, for error messages.</summary>
/// <param name="File">Path as the user gave it.</param>
public readonly record struct FilePlace(string File)
{
    /// <summary>Line, counted from 1; 0 where lines mean nothing.</summary>
    public long Line { get; init; }

    /// <summary>Position in bytes from the start of the file; negative where a line says it better.</summary>
    public long Byte { get; init; } = -1;

    /// <summary>What was read inside what, outermost first, such as "event 3 > particle 7"; may be empty.</summary>
    public string Inside { get; init; } = "";

    /// <summary>The place as the beginning of a sentence.</summary>
    public override string ToString()
    {
        string place = File;
        if (Line > 0)
        {
            place += ", line " + Line.ToString(CultureInfo.InvariantCulture);
        }

        if (Byte >= 0)
        {
            place += ", byte " + Byte.ToString(CultureInfo.InvariantCulture);
        }

        return string.IsNullOrEmpty(Inside) ? place : $"{place} ({Inside})";
    }
}
