// --testset and --group.
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    quitf(_ok, "%s %s", checker.testset().c_str(), checker.group().c_str());
}
