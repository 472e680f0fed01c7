using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Reconstruction.Taus;

/// <summary>
/// Neutral-pion candidates: what is left in the electromagnetic part of clusters when the expected energy of each
/// track's shower is taken away, first from the hadronic calorimeter, then from electromagnetic clusters, nearest
/// first.
/// </summary>
/// <source>arXiv:1512.05955, section 4.1.</source>
internal sealed class NeutralPions
{
    private readonly NeutralPionOptions _options;
    private readonly TauCone _core;
    private readonly TauSurroundings _around;
    private readonly double[] _em, _hadronic, _threshold;
    private readonly bool[] _isTouched;
    private readonly (double Eta, double Phi)[] _all, _electromagnetic;

    /// <summary>Takes the energies of clusters.</summary>
    /// <param name="core">Clusters of the candidate.</param>
    /// <param name="around">What the detector saw.</param>
    /// <param name="options">Distances and thresholds.</param>
    public NeutralPions(TauCone core, TauSurroundings around, NeutralPionOptions options)
    {
        (_core, _around, _options) = (core, around, options);
        _em = [.. core.Parts.Select(part => Math.Max(0, part.Em))];
        _hadronic = [.. core.Parts.Select(part => Math.Max(0, part.Hadronic))];
        (_threshold, _isTouched) = (new double[_em.Length], new bool[_em.Length]);
        _all = [.. core.Parts.Select(part => DirectionOf(part.Centre.SeenFrom(1, 0)))];
        _electromagnetic =
        [
            .. core.Parts.Select(part => part.EmCentre.Sum > 0 ? DirectionOf(part.EmCentre.SeenFrom(1, 0)) : (99, 0)),
        ];
    }

    /// <summary>Energy left in the electromagnetic part of each cluster [GeV].</summary>
    public IReadOnlyList<double> Remaining => _em;

    /// <summary>Takes the expected energy of the shower of one track away.</summary>
    /// <param name="energy">Of the track [GeV].</param>
    /// <param name="impact">Where it enters the calorimeter.</param>
    public void Subtract(double energy, in TrackImpact impact)
    {
        double expected = PionResponse.Of(energy) * energy;
        double rest = Take(expected, _hadronic, _all, impact, _options.HadronicRadius, null);
        double fluctuation = _options.Fluctuation * Math.Sqrt(expected);
        Take(rest, _em, _electromagnetic, impact, _options.EmRadius, i =>
        {
            _isTouched[i] = true;
            _threshold[i] += fluctuation;
        });
    }

    /// <summary>The candidates, hardest first.</summary>
    /// <param name="vertexZ">Vertex they come from [mm].</param>
    public List<FourVector> Find(double vertexZ)
    {
        var found = new List<FourVector>();
        for (int i = 0; i < _em.Length; i++)
        {
            ClusterCentre centre = _core.Parts[i].EmCentre;
            if (_em[i] > _threshold[i] && centre.Sum > 0 && centre.SeenFrom(_em[i], vertexZ) is FourVector left
                && (left.Pt > _options.FreeEt || LooksNeutral(i)))
            {
                found.Add(left);
            }
        }

        found.Sort(HardestFirst);
        Merge(found);
        found.RemoveAll(candidate => candidate.Pt < _options.EtMin);
        return [.. found.Select(WithMass)];
    }

    private static (double Eta, double Phi) DirectionOf(FourVector direction) => (direction.Eta, direction.Phi);

    private static int HardestFirst(FourVector a, FourVector b)
    {
        int order = b.Pt.CompareTo(a.Pt);
        order = order != 0 ? order : a.Px.CompareTo(b.Px);
        return order != 0 ? order : a.Pz.CompareTo(b.Pz);
    }

    private static FourVector WithMass(FourVector candidate) => FourVector.FromPtEtaPhiMass(
        candidate.Pt, candidate.Eta, candidate.Phi, PdgId.Mass(PdgId.Pi0));

    // What a track's shower was taken from is not as it looks any more.
    private bool LooksNeutral(int i) => _isTouched[i]
        || _around.Scales[_core.Parts[i].Cluster].EmProbability >= _options.EmProbabilityMin;

    private double Take(
        double wanted, double[] energies, (double Eta, double Phi)[] places, in TrackImpact impact, double radius,
        Action<int>? touched)
    {
        while (wanted > 0)
        {
            int nearest = -1;
            double best = radius;
            for (int i = 0; i < energies.Length; i++)
            {
                double distance = energies[i] > 0 ? impact.DistanceTo(places[i].Eta, places[i].Phi) : best;
                (nearest, best) = distance < best ? (i, distance) : (nearest, best);
            }

            if (nearest < 0)
            {
                break;
            }

            double taken = Math.Min(wanted, energies[nearest]);
            energies[nearest] -= taken;
            wanted -= taken;
            touched?.Invoke(nearest);
        }

        return wanted;
    }

    // Photons of one pion and parts of one shower are neighbours: the hardest candidate takes what is near.
    private void Merge(List<FourVector> candidates)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            for (int j = i + 1; j < candidates.Count;)
            {
                if ((candidates[i] + candidates[j]).Mass < _options.MergeMass)
                {
                    candidates[i] += candidates[j];
                    candidates.RemoveAt(j);
                    j = i + 1;
                }
                else
                {
                    j++;
                }
            }
        }
    }
}
