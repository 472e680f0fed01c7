namespace Moliere.Numerics.Kernels;

/// <summary>
/// Rows of matrices inside the engine are padded with zeros to a multiple of 16 floats, whatever the machine: then no
/// kernel has a column remainder, and the layout does not depend on the vector width.
/// </summary>
public static class Padding
{
    /// <summary>Floats to whose multiple a row is padded: one 512-bit vector, two of 256 bits, four of 128.</summary>
    public const int Width = 16;

    /// <summary>Distance in floats between the starts of two rows that hold this many columns.</summary>
    /// <param name="columns">Not negative.</param>
    public static int Stride(int columns) => (columns + Width - 1) / Width * Width;
}
