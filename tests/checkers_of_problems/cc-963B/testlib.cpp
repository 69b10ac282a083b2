// Destroys the vertices in the order printed: each must have an even number of edges left.
#include "testlib.h"

#include <string>
#include <vector>

int n;
std::vector<std::vector<int>> beside;

// YES or NO; of YES, whether the order is one.
bool read_claim(InStream &from) {
    std::string said = from.readWord();
    if (said == "NO") return false;
    if (said != "YES") from.quitf(_pe, "YES or NO expected, %s found", compress(said).c_str());
    std::vector<int> edges(n + 1);
    for (int i = 1; i <= n; i++) edges[i] = beside[i].size();
    std::vector<bool> destroyed(n + 1, false);
    for (int i = 0; i < n; i++) {
        int vertex = from.readInt(1, n, "vertex");
        if (destroyed[vertex]) from.quitf(_wa, "vertex %d is destroyed twice", vertex);
        if (edges[vertex] % 2) from.quitf(_wa, "vertex %d has %d edges when its turn comes", vertex, edges[vertex]);
        destroyed[vertex] = true;
        for (int other : beside[vertex]) edges[other]--;
    }
    return true;
}

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    n = inf.readInt();
    beside.resize(n + 1);
    for (int i = 1; i <= n; i++)
        if (int parent = inf.readInt()) beside[i].push_back(parent), beside[parent].push_back(i);
    bool possible = read_claim(ans), said = read_claim(ouf);
    if (possible && !said) quitf(_wa, "NO, and there is an order");
    if (said && !possible) quitf(_fail, "an order where the judges have none");
    quitf(_ok, possible ? "YES" : "NO");
}
