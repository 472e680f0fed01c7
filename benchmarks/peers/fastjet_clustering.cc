// The peer of "Moliere.Benchmarks jets": FastJet with its own choice of strategy on the same text file.
// usage: fastjet_clustering FILE MILLISECONDS; needs libfastjet-dev:
//   g++ -O3 -march=native fastjet_clustering.cc -o fastjet_clustering $(fastjet-config --cxxflags --libs)
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "fastjet/ClusterSequence.hh"

static std::vector<std::vector<fastjet::PseudoJet>> read_events(const char *path) {
    std::vector<std::vector<fastjet::PseudoJet>> events;
    std::vector<fastjet::PseudoJet> particles;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line == "#END") {
            events.push_back(particles);
            particles.clear();
            continue;
        }
        std::istringstream words(line);
        double px, py, pz, e;
        words >> px >> py >> pz >> e;
        particles.emplace_back(px, py, pz, e);
    }
    return events;
}

static double milliseconds() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    fastjet::ClusterSequence::set_fastjet_banner_stream(nullptr);
    const auto events = read_events(argv[1]);
    const double limit = std::atof(argv[2]);
    const fastjet::JetDefinition definition(fastjet::antikt_algorithm, 0.4);
    long jets = 0, clustered = 0, constituents = 0;
    const double begin = milliseconds();
    while (milliseconds() - begin < limit) {
        jets = 0;
        for (const auto &particles : events) {
            const fastjet::ClusterSequence sequence(particles, definition);
            for (const auto &jet : fastjet::sorted_by_pt(sequence.inclusive_jets(10.0))) {
                constituents += jet.constituents().size();
                jets++;
            }
        }
        clustered += events.size();
    }
    std::printf("{\"benchmark\":\"jets\",\"microseconds\":%.4f,\"jets\":%ld,\"events\":%zu,\"size\":%zu}\n",
                (milliseconds() - begin) * 1e3 / clustered, jets, events.size(), events[0].size());
    return constituents == 0;
}
