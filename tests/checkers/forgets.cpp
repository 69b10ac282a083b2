// Judges nothing.
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    if (inf.readWord() == "crash") abort();
    return 0;
}
