// A bracket sequence of the depth that the answer names, read without recursion.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int depth = 0, deepest = 0;
    for (char c : ouf.readToken()) {
        depth += c == '(' ? 1 : c == ')' ? -1 : -1000000000;
        if (depth < 0) ouf.quit(_wa, "no bracket sequence");
        deepest = max(deepest, depth);
    }
    if (depth) quitf(_wa, "%d brackets stay open", depth);
    quitif(deepest != ans.readInt(), _wa, "depth is %d", deepest);
    quit(_ok, "depth is right");
}
