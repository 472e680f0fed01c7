using System.Globalization;

namespace Moliere.Benchmarks;

/// <summary>Options of the form <c>--name number</c>.</summary>
internal static class Arguments
{
    public static int Number(string[] args, string name, int otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index < 0 ? otherwise : int.Parse(args[index + 1], CultureInfo.InvariantCulture);
    }

    public static double Real(string[] args, string name, double otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index < 0 ? otherwise : double.Parse(args[index + 1], CultureInfo.InvariantCulture);
    }
}
