using Moliere.Benchmarks;

return args.FirstOrDefault() switch
{
    "train" => TrainBenchmark.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: train [--batch N] [--threads N] [--epochs N] [--rows N]");
    return 2;
}
