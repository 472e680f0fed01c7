namespace Moliere.Validation.Plots.Events;

/// <summary>Finds places for labels around circles: inside the panel and, if there is one, where no other
/// label is.</summary>
internal sealed class LabelPlacement(double left, double top, double right, double bottom)
{
    private const double Height = 17;

    private readonly List<(double X, double Y, double Width)> _taken = [];

    /// <summary>Takes the best of eight places and keeps it from later labels.</summary>
    /// <param name="x">Centre of the circle.</param>
    /// <param name="y">Centre of the circle.</param>
    /// <param name="radius">Half axes of the circle.</param>
    /// <param name="width">Width of the label.</param>
    /// <returns>Left end of the text's baseline.</returns>
    public (double X, double Y) Take(double x, double y, (double X, double Y) radius, double width)
    {
        double above = y - radius.Y - 5, below = y + radius.Y + 15, middle = y + 5;
        double after = x + radius.X + 5, before = x - radius.X - width - 5, centred = x - (width / 2);
        (double X, double Y)[] places =
        [
            (centred, above), (after, middle), (before, middle), (centred, below),
            (after, above), (before, above), (after, below), (before, below),
        ];
        (double X, double Y) best = places.MinBy(place => Cost(place, width));
        _taken.Add((best.X, best.Y, width));
        return best;
    }

    // Leaving the panel is worse than touching a neighbour.
    private double Cost((double X, double Y) place, double width)
    {
        double outside = Math.Max(0, left - place.X) + Math.Max(0, place.X + width - right)
            + Math.Max(0, top + Height - place.Y) + Math.Max(0, place.Y + 4 - bottom);
        return (100 * outside) + _taken.Sum(other => Overlap(other, place, width));
    }

    private static double Overlap((double X, double Y, double Width) other, (double X, double Y) place, double width)
    {
        double across = Math.Min(other.X + other.Width, place.X + width) - Math.Max(other.X, place.X) + 4;
        return Math.Max(0, across) * Math.Max(0, Height - Math.Abs(other.Y - place.Y));
    }
}
