// Sorting a group puts its elements on its own places, so the whole is sorted exactly when the place that each element
// belongs to is in its own group.
#include "testlib.h"

#include <algorithm>
#include <numeric>
#include <vector>

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    int n = inf.readInt();
    std::vector<int> a = inf.readInts(n), by_value(n), group(n, -1);
    std::iota(by_value.begin(), by_value.end(), 0);
    std::sort(by_value.begin(), by_value.end(), [&](int x, int y) { return a[x] < a[y]; });
    int groups = ouf.readInt(1, n, "k"), most = ans.readInt(1, n, "k");
    for (int i = 0; i < groups; i++) {
        int length = ouf.readInt(1, n, "c");
        while (length--) {
            int index = ouf.readInt(1, n, "l") - 1;
            if (group[index] != -1) quitf(_wa, "index %d is there twice", index + 1);
            group[index] = i;
        }
    }
    for (int i = 0; i < n; i++)
        if (group[i] == -1) quitf(_wa, "index %d is in no subsequence", i + 1);
    for (int place = 0; place < n; place++)
        if (group[by_value[place]] != group[place])
            quitf(_wa, "element %d belongs to place %d of another subsequence", by_value[place] + 1, place + 1);
    if (groups < most) quitf(_wa, "%d subsequences, and %d are possible", groups, most);
    if (groups > most) quitf(_fail, "%d subsequences, and the judges have %d", groups, most);
    quitf(_ok, "%d subsequences", groups);
}
