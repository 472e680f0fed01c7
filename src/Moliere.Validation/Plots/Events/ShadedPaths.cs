using System.Text;

namespace Moliere.Validation.Plots.Events;

/// <summary>Collects closed outlines by plane and shade and writes one path for each; bright ones come last.</summary>
internal sealed class ShadedPaths
{
    private readonly SortedDictionary<(int Plane, int Shade), StringBuilder> _paths = [];

    /// <summary>Adds an outline.</summary>
    /// <param name="plane">Lower planes are painted first.</param>
    /// <param name="energy">Transverse energy, which decides the colour [GeV].</param>
    /// <param name="outline">Commands of a closed path.</param>
    public void Add(int plane, double energy, string outline)
    {
        (int, int) key = (plane, EnergyShades.Of(energy));
        if (!_paths.TryGetValue(key, out StringBuilder? path))
        {
            _paths[key] = path = new StringBuilder();
        }

        path.Append(outline);
    }

    /// <summary>Writes the paths, lowest plane first.</summary>
    public void Draw(SvgWriter svg)
    {
        foreach (((int _, int shade), StringBuilder path) in _paths)
        {
            svg.Element("path", ("fill", EnergyShades.Colour(shade)), ("d", path));
        }
    }
}
