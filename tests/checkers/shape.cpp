// What the line looks like to the byte: no blank is skipped that is not asked for.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    string name = ouf.readToken("[a-z]{1,8}", "name");
    ouf.readSpace();
    double price = ouf.readStrictDouble(0, 100, 2, 2, "price");
    ouf.readEoln();
    string code = ouf.readLine("(AB|CD)[0-9]+(-[^x]*)?", "code");
    ouf.readEof();
    ensure(price >= 0);
    expectf(name == ans.readWord(), "the name is %s", name.c_str());
    ensuref(ans.readInt() == 1, "the answer has no 1");
    InStream inside(ouf, code.substr(2));
    int number = inside.readInt(1, 1000, "number");
    quit(_ok, format("%s %.2f %d", name.c_str(), price, number));
}
