using System.Numerics;

namespace Moliere.Formats.Root.Arrays;

/// <summary>Numbers of one type as another, where a field and its column differ.</summary>
internal static class NumberConversion
{
    /// <summary>The same array if it has the type already.</summary>
    /// <typeparam name="T">Type to have; numbers that do not fit lose their upper bits, as in C++.</typeparam>
    public static RootArray To<T>(RootArray numbers)
        where T : unmanaged, INumber<T> => numbers switch
        {
            NumberArray<T> { IsTruth: false } same => same,
            NumberArray<byte> a => Each<byte, T>(a),
            NumberArray<sbyte> a => Each<sbyte, T>(a),
            NumberArray<short> a => Each<short, T>(a),
            NumberArray<ushort> a => Each<ushort, T>(a),
            NumberArray<int> a => Each<int, T>(a),
            NumberArray<uint> a => Each<uint, T>(a),
            NumberArray<long> a => Each<long, T>(a),
            NumberArray<ulong> a => Each<ulong, T>(a),
            NumberArray<float> a => Each<float, T>(a),
            NumberArray<double> a => Each<double, T>(a),
            _ => numbers,
        };

    /// <summary>1 for every number but zero.</summary>
    public static RootArray Truths(RootArray numbers) => numbers is NumberArray<byte> { IsTruth: true }
        ? numbers
        : new NumberArray<byte>(Array.ConvertAll(((NumberArray<double>)To<double>(numbers)).Values, IsNotZero))
        {
            IsTruth = true,
        };

    private static byte IsNotZero(double value) => value == 0 ? (byte)0 : (byte)1;

    private static NumberArray<T> Each<TFrom, T>(NumberArray<TFrom> from)
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, INumber<T>
    {
        var to = new T[from.Values.Length];
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = T.CreateTruncating(from.Values[i]);
        }

        return new(to);
    }
}
