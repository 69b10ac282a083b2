// Interactor that makes up its mind as late as it can: of the numbers that are left it keeps the larger part.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    registerInteraction(argc, argv);
    rnd.setSeed(inf.readLong());
    int low = 1, high = inf.readInt(), most = inf.readInt();
    printf("%d\n", high), fflush(stdout);
    for (int asked = 1; asked <= most; asked++) {
        string what = ouf.readWord();
        if (what == "is") {
            int got = ouf.readInt(1, high, "number");
            if (low != high) {
                int other = rnd.next(low, high);
                while (other == got) other = rnd.next(low, high);
                quitf(_wa, "it may as well be %d", other);
            }
            if (got != low) quitf(_wa, "it is %d", low);
            tout << asked << "\n";
            quitf(_ok, "%d questions", asked);
        }
        if (what != "below") quitf(_pe, "neither below nor is: '%s'", compress(what).c_str());
        int bound = ouf.readInt();
        bool below = bound - low > high - bound + 1;
        if (below) high = min(high, bound - 1);
        else low = max(low, bound);
        println(below ? "yes" : "no");
        cout.flush();
    }
    quitf(_wa, "more than %d questions", most);
}
