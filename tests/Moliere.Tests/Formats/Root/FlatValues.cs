using System.Globalization;
using System.Numerics;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Tests.Formats.Root;

/// <summary>Number, sum, first and last of all values of an array once its lists are flattened.</summary>
internal sealed class FlatValues
{
    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of the finite values; of texts the sum of their bytes.</summary>
    public double Sum { get; private set; }

    /// <summary>Sum of the magnitudes of the finite values.</summary>
    public double Magnitude { get; private set; }

    /// <summary>Of texts the sum of their characters, as some readers count; else not a number.</summary>
    public double OtherSum { get; private set; } = double.NaN;

    /// <summary>First value, a number or a text; null where there is none.</summary>
    public object? First { get; private set; }

    /// <summary>Last value, a number or a text; null where there is none.</summary>
    public object? Last { get; private set; }

    /// <summary>
    /// By member: names joined by points, tuple members <c>_0</c> as <c>0</c>, alternatives of variants as <c>|1</c>;
    /// plain values under the empty name.
    /// </summary>
    public static IReadOnlyDictionary<string, FlatValues> Of(RootArray array)
    {
        var all = new Dictionary<string, FlatValues>(StringComparer.Ordinal);
        Visit(array, "", all);
        return all;
    }

    private static void Visit(RootArray array, string path, Dictionary<string, FlatValues> all)
    {
        switch (array)
        {
            case ListArray list:
                Visit(list.Content, path, all);
                break;
            case RecordArray record:
                foreach (RootMember member in record.Members)
                {
                    Visit(member.Values, Join(path, Plain(member.Name)), all);
                }

                break;
            case VariantArray variant:
                for (int i = 0; i < variant.Alternatives.Count; i++)
                {
                    string name = string.Create(CultureInfo.InvariantCulture, $"|{i + 1}");
                    Visit(variant.Alternatives[i], Join(path, name), all);
                }

                break;
            default:
                var values = new FlatValues();
                values.AddLeaf(array);
                all[path] = values;
                break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Plain(string name) =>
        name.Length > 1 && name[0] == '_' && name[1..].All(char.IsAsciiDigit) ? name[1..] : name;

    private void AddLeaf(RootArray array)
    {
        switch (array)
        {
            case NumberArray<byte> { IsTruth: true } a: Add(Array.ConvertAll(a.Values, Truth)); break;
            case NumberArray<byte> a: Add(a.Values); break;
            case NumberArray<sbyte> a: Add(a.Values); break;
            case NumberArray<short> a: Add(a.Values); break;
            case NumberArray<ushort> a: Add(a.Values); break;
            case NumberArray<int> a: Add(a.Values); break;
            case NumberArray<uint> a: Add(a.Values); break;
            case NumberArray<long> a: Add(a.Values); break;
            case NumberArray<ulong> a: Add(a.Values); break;
            case NumberArray<float> a: Add(a.Values); break;
            case NumberArray<double> a: Add(a.Values); break;
            case TextArray a: Add(a); break;
            default: throw new InvalidOperationException($"An array of {array.GetType()} is no leaf.");
        }
    }

    private static byte Truth(byte value) => (byte)(value == 0 ? 0 : 1);

    private void Add<T>(T[] values)
        where T : INumber<T>
    {
        Count = values.Length;
        foreach (T value in values.Where(T.IsFinite))
        {
            Sum += double.CreateChecked(value);
            Magnitude += Math.Abs(double.CreateChecked(value));
        }

        (First, Last) = values.Length == 0 ? (null, null) : ((object?)values[0], (object?)values[^1]);
    }

    private void Add(TextArray texts)
    {
        Count = texts.Length;
        Sum = Magnitude = texts.Length == 0 ? 0 : texts.Offsets[^1] - texts.Offsets[0];
        OtherSum = Enumerable.Range(0, texts.Length).Sum(i => texts[i].Length);
        (First, Last) = texts.Length == 0 ? (null, null) : (texts[0], texts[texts.Length - 1]);
    }
}
