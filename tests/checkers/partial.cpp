// Partial points by exit code: _pc(n).
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int got = ouf.readInt(0, 200, "share");
    if (got == ans.readInt()) quitf(_ok, "all");
    quitf(_pc(got), "%d of 200", got);
}
