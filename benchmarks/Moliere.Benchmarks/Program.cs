using Moliere.Benchmarks;

return args.FirstOrDefault() switch
{
    "boosted-table" => BoostedTable.Run(args[1..]),
    "deepsets" => DeepSetsBenchmark.Run(args[1..]),
    "ensemble" => EnsembleBenchmark.Run(args[1..]),
    "events" => EventsBenchmark.Run(args[1..]),
    "jet-table" => JetTable.Run(args[1..]),
    "jets" => JetsBenchmark.Run(args[1..]),
    "tau-table" => TauTable.Run(args[1..]),
    "sequences" => SequenceBenchmark.Run(args[1..]),
    "displaced-table" => DisplacedTable.Run(args[1..]),
    "train" => TrainBenchmark.Run(args[1..]),
    "trees" => TreesBenchmark.Run(args[1..]),
    "train-disk" => DiskTrainBenchmark.Run(args[1..]),
    "predict" => PredictBenchmark.Run(args[1..]),
    "noise" => NoiseBenchmark.Run(args[1..]),
    "fuzz" => FuzzBenchmark.Run(args[1..]),
    "root" => RootBenchmark.Run(args[1..]),
    "root-large" => LargeRootBenchmark.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: events [--events N] [--threads N]");
    Console.Error.WriteLine("       jet-table OUT [--events N] [--first N] [--pt-min GEV] [--pt-max GEV]");
    Console.Error.WriteLine("             [--eta-max ETA] [--slice] [--e-over-h X] [--noise X] [--mu MU]");
    Console.Error.WriteLine("             [--seed N] [--threads N]");
    Console.Error.WriteLine("       jets FILE [--write --size N --events N] [--plain|--tiled] [--milliseconds N]");
    Console.Error.WriteLine("             [--areas|--density]");
    Console.Error.WriteLine("       displaced-table OUT SAMPLE,SAMPLE [--events N] [--each N] [--mu N] [--seed N]");
    Console.Error.WriteLine("             [--threads N]");
    Console.Error.WriteLine("       tau-table OUT [--events N] [--each N] [--mass-min GEV] [--mass-max GEV]");
    Console.Error.WriteLine("             [--pions N] [--mu MU] [--seed N] [--threads N]");
    Console.Error.WriteLine("       boosted-table OUT [--events N] [--each N] [--pt-min GEV] [--pt-max GEV]");
    Console.Error.WriteLine("             [--mu MU] [--always|--never] [--seed N] [--threads N]");
    Console.Error.WriteLine("       train [--family NAME] [--components K] [--batch N] [--threads N] [--epochs N]");
    Console.Error.WriteLine("             [--rows N]");
    Console.Error.WriteLine("       deepsets [--batch N] [--threads N] [--epochs N] [--rows N]");
    Console.Error.WriteLine("       sequences [--tracks] [--batch N] [--threads N] [--epochs N] [--rows N]");
    Console.Error.WriteLine("       trees FOLDER write [--rows N]");
    Console.Error.WriteLine("       trees FOLDER train [--logistic] [--rounds N] [--depth N] [--threads N]");
    Console.Error.WriteLine("       trees FOLDER predict MODEL [--threads N]");
    Console.Error.WriteLine("       train-disk [disk|memory] [--rows N] [--threads N] [--epochs N] [--batch N]");
    Console.Error.WriteLine("       noise [--pieces N] [--rounds N]");
    Console.Error.WriteLine("       predict [--draws N] [--threads N] [--rows N] [--repeats N]");
    Console.Error.WriteLine("       ensemble [--members N] [--batch N] [--threads N] [--rows N] [--rounds N]");
    Console.Error.WriteLine("       fuzz FOLDER [--count N] [--first N] [--largest BYTES]");
    Console.Error.WriteLine("       root FOLDER [--entries N] [--repeats N]");
    Console.Error.WriteLine("       root-large FILE [--megabytes N] [--codec NAME] [--level N] [--threads N] [--read]");
    return 2;
}
