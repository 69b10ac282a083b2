// A validator: every byte of the input.
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 5, "n");
    inf.readEoln();
    inf.readInts(n, -10, 10, "a");
    inf.readEoln();
    inf.readEof();
}
