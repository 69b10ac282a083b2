// A shortest path of a graph, any; the judges' is read by the same function, and must be no shorter nor longer.
#include "testlib.h"
using namespace std;
int n, m;
set<pair<int, int>> edges;
int readAns(InStream &stream) {
    int k = stream.readInt(-1, n, "length");
    if (k == -1) return INT_MAX;
    vector<int> path = stream.readInts(k, 1, n, "path");
    if (path.front() != 1 || path.back() != n) stream.quitf(_wa, "the path leads from %d to %d", path.front(), path.back());
    for (int i = 1; i < k; i++)
        stream.quitif(!edges.count({path[size_t(i) - 1], path[size_t(i)]}), _wa, "there is no edge %d %d", path[size_t(i) - 1], path[size_t(i)]);
    set<int> different(path.begin(), path.end());
    stream.ensuref((int)different.size() == k, "the path visits a vertex twice");
    return k;
}
int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    n = inf.readInt(), m = inf.readInt();
    for (int i = 0; i < m; i++) {
        int a = inf.readInt(1, n), b = inf.readInt(1, n);
        edges.insert({a, b}), edges.insert({b, a});
    }
    int ja = readAns(ans), pa = readAns(ouf);
    if (ja < pa) quitf(_wa, "jury has the better answer: %d instead of %d", ja, pa);
    if (ja > pa) quitf(_fail, "participant has the better answer: %d instead of %d", pa, ja);
    quitf(_ok, "length %d", ja);
}
