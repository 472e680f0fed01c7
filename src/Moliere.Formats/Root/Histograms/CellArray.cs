using Moliere.Formats.Root.Writing;

namespace Moliere.Formats.Root.Histograms;

/// <summary>A TArrayC, S, I, F or D: the number of cells, then their contents.</summary>
internal static class CellArray
{
    public static void Write(ByteBuffer to, IReadOnlyList<double> values, char letter)
    {
        to.Int32(values.Count);
        foreach (double value in values)
        {
            Write(to, value, letter);
        }
    }

    /// <summary>Whether a cell of the type holds the value as it is; a float rounds and so holds any.</summary>
    public static bool Holds(double value, char letter) => letter switch
    {
        'C' => value == (sbyte)value,
        'S' => value == (short)value,
        'I' => value == (int)value,
        _ => true,
    };

    private static void Write(ByteBuffer to, double value, char letter)
    {
        switch (letter)
        {
            case 'C':
                to.Byte((sbyte)value);
                break;
            case 'S':
                to.Int16((short)value);
                break;
            case 'I':
                to.Int32((int)value);
                break;
            case 'F':
                to.Single((float)value);
                break;
            default:
                to.Double(value);
                break;
        }
    }
}
