// Interactor: guess the number of the input; what was guessed goes to the checker.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    setName("guess");
    registerInteraction(argc, argv);
    int n = inf.readInt(), most = inf.readInt();
    for (int asked = 1; asked <= most; asked++) {
        int got = ouf.readInt(1, 1000000000, "guess");
        cout << (got < n ? "more" : got > n ? "less" : "right") << endl;
        if (got == n) {
            tout << asked << endl;
            quitf(_ok, "%d questions", asked);
        }
    }
    quitf(_wa, "more than %d questions", most);
}
