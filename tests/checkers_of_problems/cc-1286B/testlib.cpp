// Counts again, for every vertex, the smaller numbers below it.
#include "testlib.h"

#include <string>
#include <vector>

int n;
std::vector<int> parent, wanted;

// YES or NO; of YES, whether the numbers are right.
bool read_claim(InStream &from) {
    std::string said = from.readWord();
    if (said == "NO") return false;
    if (said != "YES") from.quitf(_pe, "YES or NO expected, %s found", compress(said).c_str());
    std::vector<int> a = from.readInts(n, 1, 1000000000, "a");
    std::vector<int> smaller(n, 0);
    for (int i = 0; i < n; i++)
        for (int above = i; above != -1; above = parent[above]) smaller[above] += a[i] < a[above];
    for (int i = 0; i < n; i++)
        if (smaller[i] != wanted[i])
            from.quitf(_wa, "%d smaller numbers below vertex %d, not %d", smaller[i], i + 1, wanted[i]);
    return true;
}

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    n = inf.readInt();
    parent.resize(n), wanted.resize(n);
    for (int i = 0; i < n; i++) parent[i] = inf.readInt() - 1, wanted[i] = inf.readInt();
    bool possible = read_claim(ans), said = read_claim(ouf);
    if (possible && !said) quitf(_wa, "NO, and there is a solution");
    if (said && !possible) quitf(_fail, "a solution where the judges have none");
    quitf(_ok, possible ? "YES" : "NO");
}
