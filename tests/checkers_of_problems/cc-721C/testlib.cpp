// Walks the route. That a longer one is possible is the judges' to know.
#include "testlib.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

int n;
long long limit;
std::map<std::pair<int, int>, int> roads;

int read_claim(InStream &from) {
    int length = from.readInt(2, n, "k");
    std::vector<int> route = from.readInts(length, 1, n, "showplaces");
    if (route.front() != 1 || route.back() != n) from.quitf(_wa, "the route goes from %d to %d", route.front(), route.back());
    std::set<int> seen(route.begin(), route.end());
    if (int(seen.size()) != length) from.quitf(_wa, "a showplace is there twice");
    long long time = 0;
    for (int i = 1; i < length; i++) {
        auto road = roads.find({route[i - 1], route[i]});
        if (road == roads.end()) from.quitf(_wa, "no road from %d to %d", route[i - 1], route[i]);
        time += road->second;
    }
    if (time > limit) from.quitf(_wa, "it takes %lld, and there are %lld", time, limit);
    return length;
}

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    n = inf.readInt();
    int m = inf.readInt();
    limit = inf.readLong();
    while (m--) {
        int u = inf.readInt(), v = inf.readInt();
        roads[{u, v}] = inf.readInt();
    }
    int most = read_claim(ans), found = read_claim(ouf);
    if (found < most) quitf(_wa, "%d showplaces, and %d are possible", found, most);
    if (found > most) quitf(_fail, "%d showplaces, and the judges have %d", found, most);
    quitf(_ok, "%d showplaces", found);
}
