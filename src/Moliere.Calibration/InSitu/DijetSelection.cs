using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// Finds the dijet events of a jet table: the two jets that lead after calibration, back to back, without a hard third
/// one. Which of them is the reference is drawn by event number, so that the asymmetry has no side.
/// </summary>
/// <source>Physics notes section 2.2; arXiv:2007.02645, section 6.1 for the random roles.</source>
public static class DijetSelection
{
    /// <summary>Selects events.</summary>
    /// <param name="jets">Jet table; jets of one event are consecutive rows.</param>
    /// <param name="pt">Calibrated transverse momentum of each row [GeV]; NaN or not positive for none.</param>
    /// <param name="options">Cuts.</param>
    /// <param name="seed">Seed of the roles.</param>
    /// <exception cref="ArgumentException">Momenta and table disagree in length.</exception>
    public static DijetPairs Select(Table jets, float[] pt, DijetSelectionOptions options, ulong seed)
    {
        if (pt.Length != jets.RowCount)
        {
            throw new ArgumentException($"{pt.Length} momenta for {jets.RowCount} jets.", nameof(pt));
        }

        var view = new JetView(jets, pt);
        var (rows, averages, cuts) = (new List<int>(), new List<float>(), new DijetCuts());
        for (int first = 0, end; first < pt.Length; first = end)
        {
            end = view.EndOfEvent(first);
            DijetFate fate = view.Judge(first, end, options, out int leading, out int second);
            cuts = cuts.With(fate);
            if (fate == DijetFate.Kept)
            {
                var rng = new Rng(seed, "reference jet", view.KeyOf(first));
                bool isLeadingReference = rng.NextDouble() < 0.5;
                rows.Add(isLeadingReference ? leading : second);
                rows.Add(isLeadingReference ? second : leading);
                averages.Add((pt[leading] + pt[second]) / 2);
            }
        }

        return new() { Rows = [.. rows], Average = [.. averages], Cuts = cuts };
    }

    /// <summary>The calibrated transverse momentum of each jet [GeV].</summary>
    /// <param name="jets">Jet table.</param>
    /// <param name="calibration">How they are calibrated.</param>
    /// <returns>NaN where a jet could not be calibrated.</returns>
    public static float[] Calibrated(Table jets, ICalibration calibration)
    {
        Predictions predictions = calibration.Apply(jets);
        float[] pt = [.. jets.Floats(JetColumns.Pt)];
        for (int row = 0; row < pt.Length; row++)
        {
            bool isCalibrated = predictions.Status[row] == CalibrationStatus.Calibrated;
            pt[row] = isCalibrated ? pt[row] / predictions.Response[row] : float.NaN;
        }

        return pt;
    }

    /// <summary>What a calibration says of the transverse momentum of each jet [GeV], however absurd.</summary>
    /// <param name="jets">Jet table.</param>
    /// <param name="calibration">How they are calibrated.</param>
    /// <returns>
    /// Zero and negative momenta too where the momentum itself is predicted; NaN where a jet could not be calibrated.
    /// </returns>
    public static float[] Predicted(Table jets, ICalibration calibration) =>
        calibration is RawMomentumCalibration raw ? raw.Momenta(jets) : Calibrated(jets, calibration);

    private sealed class JetView(Table jets, float[] pt)
    {
        private readonly long[] _events = jets.Longs(JetColumns.Event);
        private readonly long[]? _passes = jets.Has(JetColumns.Pass) ? jets.Longs(JetColumns.Pass) : null;
        private readonly float[]? _weights = jets.Has(JetColumns.Weight) ? jets.Floats(JetColumns.Weight) : null;
        private readonly float[] _eta = jets.Floats(JetColumns.Eta);
        private readonly float[] _phi = jets.Floats(JetColumns.Phi);

        public int EndOfEvent(int first)
        {
            int end = first + 1;
            while (end < pt.Length && _events[end] == _events[first] && _passes?[end] == _passes?[first])
            {
                end++;
            }

            return end;
        }

        public ulong KeyOf(int row) => ((ulong)(_passes?[row] ?? 0) << 48) ^ (ulong)_events[row];

        public DijetFate Judge(int first, int end, DijetSelectionOptions cuts, out int leading, out int second)
        {
            (leading, second) = (first, first);
            if (end - first < 2)
            {
                return DijetFate.FewerThanTwoJets;
            }

            if (!IsUsable(first, end))
            {
                return DijetFate.UnusableMomentum;
            }

            if (_weights is not null && !(_weights[first] > 0 && float.IsFinite(_weights[first])))
            {
                return DijetFate.UnusableWeight;
            }

            (leading, second, float third) = Lead(first, end);
            double average = 0.5 * ((double)pt[leading] + pt[second]);
            return !(IsInside(leading, cuts) && IsInside(second, cuts)) ? DijetFate.OutsideEta
                : Math.Abs(EtaPhi.DeltaPhi(_phi[leading], _phi[second])) <= cuts.SmallestDeltaPhi
                    ? DijetFate.NotBackToBack
                : third >= Math.Max(cuts.ThirdJetFloor, cuts.ThirdJetFraction * average) ? DijetFate.ThirdJet
                : average < cuts.SmallestAverage || average >= cuts.LargestAverage ? DijetFate.OutsideAverage
                : DijetFate.Kept;
        }

        private bool IsUsable(int first, int end)
        {
            bool isUsable = true;
            for (int row = first; row < end; row++)
            {
                isUsable &= pt[row] > 0 && float.IsFinite(pt[row]);
            }

            return isUsable;
        }

        private bool IsInside(int row, DijetSelectionOptions cuts) =>
            Math.Abs(_eta[row]) >= cuts.SmallestEta && Math.Abs(_eta[row]) <= cuts.LargestEta;

        // A calibration may change which jet leads; of equal ones the earlier row does.
        private (int Leading, int Second, float Third) Lead(int first, int end)
        {
            int[] rows = [.. Enumerable.Range(first, end - first).OrderByDescending(row => pt[row]).Take(3)];
            return (rows[0], rows[1], rows.Length > 2 ? pt[rows[2]] : 0);
        }
    }
}
