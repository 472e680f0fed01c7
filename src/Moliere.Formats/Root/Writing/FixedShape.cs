using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>Arrays of fixed dimensions inside an array, checked and taken apart.</summary>
internal static class FixedShape
{
    /// <summary>The numbers below lists that all have the declared lengths.</summary>
    /// <param name="array">One element per entry, or per element of a list.</param>
    /// <param name="spec">Branch with type and shape.</param>
    /// <exception cref="ArgumentException">A list has another length, or the numbers another type.</exception>
    public static RootArray Numbers(RootArray array, RootBranchSpec spec)
    {
        foreach (int size in spec.Shape)
        {
            array = array is ListArray list && HasLength(list, size) ? list.Content : throw new ArgumentException(
                $"Branch '{spec.Name}' takes arrays of {size} values in every element; this one has other lengths.");
        }

        return LeafNumbers.Fits(array, spec.Type) ? array : throw new ArgumentException(
            $"Branch '{spec.Name}' takes values of type {spec.Type}; found {Name(array)}.");
    }

    /// <summary>The numbers below the lists of a checked array.</summary>
    public static RootArray Inside(RootArray array, RootBranchSpec spec)
    {
        for (int level = 0; level < spec.Shape.Count; level++)
        {
            array = ((ListArray)array).Content;
        }

        return array;
    }

    /// <summary>The first number that an array's element needs below its lists.</summary>
    public static int Start(RootArray array, RootBranchSpec spec, int element)
    {
        for (int level = 0; level < spec.Shape.Count; level++)
        {
            var list = (ListArray)array;
            (element, array) = (list.Offsets[element], list.Content);
        }

        return element;
    }

    /// <summary>What an array holds, for messages.</summary>
    public static string Name(RootArray array) => array switch
    {
        TextArray => "texts",
        ListArray list => "lists of " + Name(list.Content),
        RecordArray => "records",
        VariantArray => "variants",
        _ => "values of type " + array.GetType().GenericTypeArguments[0].Name,
    };

    private static bool HasLength(ListArray list, int size)
    {
        for (int i = 0; i < list.Length; i++)
        {
            if (list.Offsets[i + 1] - list.Offsets[i] != size)
            {
                return false;
            }
        }

        return true;
    }
}
