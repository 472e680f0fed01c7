// Makes grooming-12.csv from dijet-12.txt (unpacked) on standard input:
//   g++ -O2 grooming.cc -o grooming $(fastjet-config --cxxflags --libs) -lfastjettools
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "fastjet/ClusterSequence.hh"
#include "fastjet/ClusterSequenceArea.hh"
#include "fastjet/Selector.hh"
#include "fastjet/tools/Filter.hh"

using namespace fastjet;

// Soft drop from FastJet's declustering: contrib is not needed for three lines.
static PseudoJet soft_drop(const PseudoJet &jet, double cut, double beta, double radius, ClusterSequence &sequence) {
    PseudoJet current = sorted_by_pt(sequence.inclusive_jets(0.0))[0], a, b;
    while (current.has_parents(a, b)) {
        const double z = std::min(a.pt(), b.pt()) / (a.pt() + b.pt());
        if (z > cut * std::pow(a.delta_R(b) / radius, beta)) break;
        current = a.pt() > b.pt() ? a : b;
    }
    return current;
}

static void print(int event, int index, const char *what, const PseudoJet &jet, double area) {
    std::printf("%d,%d,%s,%.9g,%.9g,%.9g,%zu,%.5g\n", event, index, what, jet.pt(), jet.rap(), jet.m(),
                jet.constituents().size(), area);
}

static void analyse(int event, const std::vector<PseudoJet> &particles) {
    const JetDefinition definition(antikt_algorithm, 1.0);
    const GhostedAreaSpec ghosts(6.0, 10, 0.01);
    const ClusterSequenceArea sequence(particles, definition, AreaDefinition(active_area, ghosts));
    const auto jets = sorted_by_pt(sequence.inclusive_jets(20.0));
    for (std::size_t i = 0; i < jets.size(); i++) {
        print(event, i, "jet", jets[i], sequence.area(jets[i]));
        const Filter trimmer(JetDefinition(kt_algorithm, 0.3), SelectorPtFractionMin(0.05));
        print(event, i, "trimmed", trimmer(jets[i]), 0);
        for (double beta : {0.0, 1.0}) {
            ClusterSequence tree(jets[i].constituents(), JetDefinition(cambridge_algorithm, 1.5));
            print(event, i, beta == 0 ? "softdrop0" : "softdrop1", soft_drop(jets[i], 0.1, beta, 1.0, tree), 0);
        }
    }
}

int main() {
    ClusterSequence::set_fastjet_banner_stream(nullptr);
    std::printf("event,jet,kind,pt,rapidity,mass,constituents,area\n");
    std::vector<PseudoJet> particles;
    int event = -1;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        if (line[0] == 'E') {
            if (event >= 0) analyse(event, particles);
            particles.clear();
            event++;
            continue;
        }
        int id;
        double px, py, pz, e;
        words >> id >> px >> py >> pz >> e;
        id = std::abs(id);
        if (id != 12 && id != 14 && id != 16) particles.emplace_back(px, py, pz, e);
    }
    analyse(event, particles);
}
