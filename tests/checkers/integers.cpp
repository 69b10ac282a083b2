// The same int64s in the same order.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    setName("compare ordered sequences of signed int%d numbers", 8 * int(sizeof(long long)));
    registerTestlibCmd(argc, argv);
    int n = 0;
    while (!ans.seekEof() && !ouf.seekEof()) {
        n++;
        long long j = ans.readLong(), p = ouf.readLong();
        if (j != p) quitf(_wa, "%d%s numbers differ - expected: '%s', found: '%s'", n, englishEnding(n).c_str(), vtos(j).c_str(), vtos(p).c_str());
    }
    int extraInAns = 0, extraInOuf = 0;
    while (!ans.seekEof()) ans.readLong(), extraInAns++;
    while (!ouf.seekEof()) ouf.readLong(), extraInOuf++;
    if (extraInAns > 0) quitf(_wa, "Answer contains longer sequence [length = %d], but output contains %d elements", n + extraInAns, n);
    if (extraInOuf > 0) quitf(_wa, "Output contains longer sequence [length = %d], but answer contains %d elements", n + extraInOuf, n);
    quitf(_ok, "%d number(s)", n);
}
