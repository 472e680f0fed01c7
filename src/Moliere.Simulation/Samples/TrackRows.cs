using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Tracking;

namespace Moliere.Simulation.Samples;

/// <summary>Tracks and primary vertices of events, as rows.</summary>
internal sealed class TrackRows(EventSampleOptions options)
{
    private readonly ListRows _tracks = new(
        EventColumns.Track,
        [
            new(EventColumns.Pt, "GeV", "transverse momentum"), new(EventColumns.Eta, "", "pseudorapidity"),
            new(EventColumns.Phi, "rad", "azimuth at the closest point"),
            new(EventColumns.Charge, "", "1 or -1", IsWhole: true),
            new(EventColumns.D0, "mm", "signed distance from the beam axis"),
            new(EventColumns.Z0, "mm", "closest point along the beam"),
            new(EventColumns.SigmaD0, "mm", "believed error of d0"),
            new(EventColumns.SigmaZ0, "mm", "believed error of z0"),
            new(EventColumns.Vertex, "", "index of its primary vertex, or -1", IsWhole: true),
            new(EventColumns.Particle, "", "index of its true particle, or -1 of pile-up", IsWhole: true),
            new(EventColumns.InJet, "", "index of the jet it belongs to, or -1", IsWhole: true),
        ]);

    private readonly ListRows _vertices = new(
        EventColumns.Vertex,
        [new(EventColumns.Z, "mm", "position along the beam"), new(EventColumns.Time, "ns", "time")]);

    /// <summary>Adds the tracks of one event.</summary>
    public void Add(TrackedEvent tracked, IReadOnlyList<Jet> jets)
    {
        int[] jetOf = TrackJets.Associate(tracked.Tracks, jets, options.JetRadius);
        for (int i = 0; i < jetOf.Length; i++)
        {
            Track t = tracked.Tracks[i];
            _tracks.Add(
                t.Pt, t.Eta, t.Phi, t.Charge, t.D0, t.Z0, t.SigmaD0, t.SigmaZ0, t.Vertex, t.Particle, jetOf[i]);
        }

        foreach (Vertex vertex in tracked.Vertices)
        {
            _vertices.Add(vertex.Z, vertex.Time);
        }

        _tracks.EndEvent();
        _vertices.EndEvent();
    }

    /// <summary>The columns of all events added.</summary>
    public IEnumerable<Column> Columns() => [.. _tracks.Columns(), .. _vertices.Columns()];
}
