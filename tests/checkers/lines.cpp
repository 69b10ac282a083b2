// Line by line: the same tokens in each.
#include "testlib.h"
using namespace std;
bool same(const string &a, const string &b) { return tokenize(a, " \t") == tokenize(b, " \t"); }
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int n = 0;
    while (!ans.eof()) {
        string j = ans.readString();
        if (j.empty() && ans.eof()) break;
        string p = ouf.eof() ? "" : ouf.readLine();
        n++;
        if (!same(j, p)) quitf(_wa, "%d%s lines differ - expected: '%s', found: '%s'", n, englishEnding(n).c_str(), compress(j).c_str(), compress(p).c_str());
    }
    quitf(_ok, "%d lines", n);
}
