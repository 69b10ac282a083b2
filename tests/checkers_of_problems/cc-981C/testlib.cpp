// Marks the edges of every path by climbing from both ends. Paths of a tree that meet two by two have a vertex in common.
#include "testlib.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

int n;
std::vector<int> parent, depth;

// Yes or No; of Yes, whether the paths are as they should be.
bool read_claim(InStream &from) {
    std::string said = from.readWord();
    if (said == "No") return false;
    if (said != "Yes") from.quitf(_pe, "Yes or No expected, %s found", compress(said).c_str());
    int paths = from.readInt(1, n - 1, "m"), edges = 0;
    std::vector<int> paths_at(n, 0);
    std::vector<bool> covered(n, false);
    for (int i = 0; i < paths; i++) {
        int u = from.readInt(1, n, "u") - 1, v = from.readInt(1, n, "v") - 1;
        if (u == v) from.quitf(_wa, "path %d has no edge", i + 1);
        for (; u != v; u = parent[u], edges++) {
            if (depth[u] < depth[v]) std::swap(u, v);
            if (covered[u]) from.quitf(_wa, "an edge of vertex %d is in two paths", u + 1);
            covered[u] = true;
            paths_at[u]++;
        }
        paths_at[u]++;
    }
    if (edges < n - 1) from.quitf(_wa, "%d of %d edges are in a path", edges, n - 1);
    if (*std::max_element(paths_at.begin(), paths_at.end()) < paths) from.quitf(_wa, "two paths do not meet");
    return true;
}

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    n = inf.readInt();
    std::vector<std::vector<int>> beside(n);
    for (int i = 1; i < n; i++) {
        int u = inf.readInt() - 1, v = inf.readInt() - 1;
        beside[u].push_back(v), beside[v].push_back(u);
    }
    parent.assign(n, -1), depth.assign(n, 0);
    std::vector<int> found{0};
    for (int i = 0; i < int(found.size()); i++)
        for (int next : beside[found[i]])
            if (next != parent[found[i]]) {
                parent[next] = found[i], depth[next] = depth[found[i]] + 1;
                found.push_back(next);
            }
    bool possible = read_claim(ans), said = read_claim(ouf);
    if (possible && !said) quitf(_wa, "No, and there is a decomposition");
    if (said && !possible) quitf(_fail, "a decomposition where the judges have none");
    quitf(_ok, possible ? "Yes" : "No");
}
