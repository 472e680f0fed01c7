// covers: Track, TrackedEvent
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class TrackedEventTests
{
    [Fact]
    public void Tracks_AreValuesThatCompareByContent()
    {
        var track = new Track(5, 0.1, 2, -1, 0.03, 1.5, 0.02, 0.06, 0, 7);
        Assert.Equal(track, track with { Vertex = 0 });
        Assert.NotEqual(track, track with { Vertex = -1 });
        var seen = new TrackedEvent { Number = 3, Tracks = [track], Vertices = [default] };
        Assert.Equal(seen.Vertices[track.Vertex], default);
    }
}
