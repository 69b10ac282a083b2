// Many cases in one test: a permutation of 1..n for each.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int t = inf.readInt();
    for (int i = 1; i <= t; i++) {
        setTestCase(i);
        int n = inf.readInt();
        vector<int> all = ouf.readInts(n, 1, n, "p");
        sort(all.begin(), all.end());
        for (int k = 0; k < n; k++)
            if (all[size_t(k)] != k + 1) quitf(_wa, "%d is missing", k + 1);
    }
    unsetTestCase();
    quitf(_ok, "%d permutations", t);
}
