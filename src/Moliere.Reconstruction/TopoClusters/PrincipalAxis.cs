namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// The shower axis of a cluster: the eigenvector of the E²-weighted covariance of the cell positions nearest to the
/// direction from the origin to the centre. That direction itself is taken for fewer than three cells, if an eigenvalue
/// is below 1e-6 mm², or if the eigenvector is more than 20 degrees away.
/// </summary>
/// <source>Physics notes 1.2; eigenvectors by Jacobi rotations, Golub and Van Loan, Matrix Computations, 8.5.</source>
internal sealed class PrincipalAxis
{
    private const int MinimumCells = 3;
    private const double LeastEigenvalue = 1e-6; // physics notes 1.2
    private const double LeastCosine = 0.93969262078590838; // 20 degrees

    private readonly double[,] _a = new double[3, 3];
    private readonly double[,] _v = new double[3, 3];

    /// <summary>Unit vector of the axis, pointing away from the origin.</summary>
    /// <param name="energy">Positive cell energies [GeV].</param>
    /// <param name="position">Cell centres [mm], same length.</param>
    /// <param name="centre">Energy-weighted centre [mm].</param>
    public Vector Find(ReadOnlySpan<double> energy, ReadOnlySpan<Vector> position, Vector centre)
    {
        Vector outward = centre.ToUnit();
        if (energy.Length < MinimumCells)
        {
            return outward;
        }

        SumCovariance(energy, position, centre);
        Diagonalise();
        if (_a[0, 0] < LeastEigenvalue || _a[1, 1] < LeastEigenvalue || _a[2, 2] < LeastEigenvalue)
        {
            return outward;
        }

        Vector best = NearestEigenvector(outward);
        return best.Dot(outward) < LeastCosine ? outward : best;
    }

    private void SumCovariance(ReadOnlySpan<double> energy, ReadOnlySpan<Vector> position, Vector centre)
    {
        double norm = 0, xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0;
        for (int i = 0; i < energy.Length; i++)
        {
            double w = energy[i] * energy[i];
            Vector d = position[i] - centre;
            norm += w;
            (xx, xy, xz) = (xx + (w * d.X * d.X), xy + (w * d.X * d.Y), xz + (w * d.X * d.Z));
            (yy, yz, zz) = (yy + (w * d.Y * d.Y), yz + (w * d.Y * d.Z), zz + (w * d.Z * d.Z));
        }

        (_a[0, 0], _a[1, 1], _a[2, 2]) = (xx / norm, yy / norm, zz / norm);
        _a[0, 1] = _a[1, 0] = xy / norm;
        _a[0, 2] = _a[2, 0] = xz / norm;
        _a[1, 2] = _a[2, 1] = yz / norm;
    }

    // Cyclic Jacobi converges quadratically: a 3 x 3 matrix is diagonal to rounding within a few sweeps.
    private void Diagonalise()
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                _v[i, j] = i == j ? 1 : 0;
            }
        }

        double trace = _a[0, 0] + _a[1, 1] + _a[2, 2];
        for (int sweep = 0; sweep < 12; sweep++)
        {
            double off = Math.Abs(_a[0, 1]) + Math.Abs(_a[0, 2]) + Math.Abs(_a[1, 2]);
            if (off <= 1e-15 * trace)
            {
                return;
            }

            Rotate(0, 1);
            Rotate(0, 2);
            Rotate(1, 2);
        }
    }

    private void Rotate(int p, int q)
    {
        if (_a[p, q] == 0)
        {
            return;
        }

        double tau = (_a[q, q] - _a[p, p]) / (2 * _a[p, q]);
        double t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        double c = 1 / Math.Sqrt(1 + (t * t)), s = t * c;
        for (int k = 0; k < 3; k++)
        {
            (_a[k, p], _a[k, q]) = ((c * _a[k, p]) - (s * _a[k, q]), (s * _a[k, p]) + (c * _a[k, q]));
        }

        for (int k = 0; k < 3; k++)
        {
            (_a[p, k], _a[q, k]) = ((c * _a[p, k]) - (s * _a[q, k]), (s * _a[p, k]) + (c * _a[q, k]));
            (_v[k, p], _v[k, q]) = ((c * _v[k, p]) - (s * _v[k, q]), (s * _v[k, p]) + (c * _v[k, q]));
        }
    }

    private Vector NearestEigenvector(Vector outward)
    {
        Vector best = default;
        double bestCosine = -1;
        for (int k = 0; k < 3; k++)
        {
            var candidate = new Vector(_v[0, k], _v[1, k], _v[2, k]);
            double cosine = candidate.Dot(outward);
            if (Math.Abs(cosine) > bestCosine)
            {
                bestCosine = Math.Abs(cosine);
                best = cosine < 0 ? -1 * candidate : candidate;
            }
        }

        return best;
    }
}
