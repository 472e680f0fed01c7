using System.Globalization;
using System.Text;

namespace Moliere.Tests.Cli.Studies.Regress;

/// <summary>The real study at its smallest, through the program as a function.</summary>
internal static class TinyRegression
{
    /// <summary>Few rows, small networks, few epochs: well below a second.</summary>
    public static readonly string[] Settings =
    [
        "--set", "source.rows=150", "--set", "protocol.repetitions=2", "--set", "network.hidden=[6]",
        "--set", "training.epochs=4", "--set", "training.batch_size=32", "--set", "bayesian.draws=3",
        "--set", "ensemble.members=3",
    ];

    public static ShellRun Run(string folder, params string[] arguments) =>
        ShellRun.Real(["run", "regress", .. Settings, .. arguments, "--out", folder]);

    /// <summary>A CSV file: y = 2 a - b + noise, weights of 1, a column that never changes.</summary>
    public static string Csv(int rows)
    {
        var text = new StringBuilder("a,b,constant,w,\"the target\"\n");
        for (int i = 0; i < rows; i++)
        {
            double a = Math.Sin(1.3 * i), b = Math.Cos(0.7 * i), y = (2 * a) - b + (0.1 * Math.Sin(100.0 * i));
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},7,1,{y:R}\n");
        }

        return text.ToString();
    }
}
