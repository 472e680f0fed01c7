using Moliere.Data;
using Moliere.Data.Tables;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;

namespace Moliere.Cli.Studies.Application;

/// <summary>
/// Columns that were derived for the methods, as branches of their own names in the units of the file; NaN where an
/// object has none.
/// </summary>
/// <param name="names">The columns; may be none.</param>
/// <param name="units">Units of the file.</param>
/// <param name="counter">Branch that counts the objects of an entry; null where an object is an entry.</param>
internal sealed class DerivedBranches(IReadOnlyList<string> names, UnitSystem units, string? counter)
{
    /// <summary>One branch for each column.</summary>
    public IEnumerable<RootBranchSpec> Specs => names.Select(name => counter is null
        ? new RootBranchSpec(name, RootLeafType.Float32)
        : RootBranchSpec.Ragged(name, RootLeafType.Float32, counter));

    /// <summary>Their values.</summary>
    /// <param name="rows">Objects with the columns, in house units.</param>
    /// <param name="offsets">First object of each entry; null where an object is an entry.</param>
    public IEnumerable<RootArray> Arrays(Table rows, int[]? offsets) => names.Select(name =>
    {
        double factor = units.FactorTo(rows[name].Unit);
        var numbers = new NumberArray<float>([.. rows.Floats(name).Select(value => (float)(value / factor))]);
        return offsets is null ? (RootArray)numbers : new ListArray(offsets, numbers);
    });
}
