// The longest sequence is as long as the judges' one: only that the claims hold is counted again.
#include "testlib.h"

int main(int argc, char **argv) {
    registerTestlibCmd(argc, argv);
    int cases = inf.readInt();
    for (int number = 1; number <= cases; number++) {
        setTestCase(number);
        long long n = inf.readLong(), left = n, before = 1;
        int most = ans.readInt(1, 64, "k");
        ans.readLongs(most);
        int length = ouf.readInt(1, 64, "k");
        for (int i = 0; i < length; i++) {
            long long a = ouf.readLong(2, n, "a");
            if (a % before) quitf(_wa, "%lld is not divisible by %lld", a, before);
            if (left % a) quitf(_wa, "the product is not %lld", n);
            left /= a;
            before = a;
        }
        if (left != 1) quitf(_wa, "the product is %lld, not %lld", n / left, n);
        if (length < most) quitf(_wa, "%d numbers, and %d are possible", length, most);
        if (length > most) quitf(_fail, "%d numbers, and the judges have %d", length, most);
    }
    unsetTestCase();
    quitf(_ok, "%d cases", cases);
}
