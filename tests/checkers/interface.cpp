// Uses what the manual's table promises, once each, and checks what it gives.
#include "testlib.h"
using namespace std;
static int failed = 0;
#define CHECK(condition) ((condition) ? 0 : (failed++, fprintf(stderr, "not so: %s\n", #condition)))
static bool pe_of(const char *) { return true; }
int main(int argc, char *argv[]) {
    registerGen(argc, argv, 1);
    CHECK(compress(string(100, 'x')).size() == 64 && compress("short") == "short");
    CHECK(format("%d-%s", 5, "x") == "5-x" && format(string("%d"), 6) == "6" && vtos(7) == "7" && toString(0.5) == "0.5");
    CHECK(englishEnding(1) == "st" && englishEnding(2) == "nd" && englishEnding(3) == "rd" && englishEnding(4) == "th");
    CHECK(englishEnding(11) == "th" && englishEnding(112) == "th" && englishEnding(121) == "st");
    CHECK(doubleCompare(1, 1 + 1e-7, 1e-6) && !doubleCompare(1, 1 + 1e-5, 1e-6) && doubleCompare(1e9, 1e9 + 100, 1e-6));
    CHECK(!doubleCompare(1, NAN, 1e9) && !doubleCompare(1, INFINITY, 1e9) && doubleCompare(INFINITY, INFINITY, 0));
    CHECK(!doubleCompare(INFINITY, -INFINITY, 1) && doubleCompare(-2, -2.000001, 1e-6) && doubleDelta(0, 1e-3) == 1e-3);
    CHECK(fabs(doubleDelta(1000, 1001) - 1e-3) < 1e-9);
    CHECK(upperCase("aZ1") == "AZ1" && lowerCase("aZ1") == "az1" && trim(" \t x y\r\n") == "x y");
    CHECK(split("a,,b", ',').size() == 3 && tokenize("a,,b", ",").size() == 2 && join(vector<int>{1, 2}, ", ") == "1, 2");
    CHECK(join(vector<int>{1, 2}) == "1 2" && removeDoubleTrailingZeroes("1.500") == "1.5");
    CHECK(removeDoubleTrailingZeroes("2.000") == "2" && removeDoubleTrailingZeroes("100") == "100");
    CHECK(pattern("[a-c]{2,3}x?").matches("abcx") && !pattern("[a-c]{2,3}").matches("abcd") && pattern("a*").matches(""));
    CHECK(pattern("(ab|c)+").matches("abcab") && !pattern("(ab|c)+").matches("abb") && pattern("[^0-9]").matches("x"));
    CHECK(pattern("\\[\\-").matches("[-") && pattern("[A-Z_][A-Z_0-9]{0,3}").matches("A_1") && pattern("a{2,}").matches("aaa"));
    CHECK(pattern("|a").matches("") && pattern("[-]?[0-9]{1,3}").matches("-12") && pattern("a{0}").matches(""));
    CHECK(pattern("[a-z]{1000000}").matches(string(1000000, 'q')));
    for (int i = 0; i < 200; i++) {
        CHECK(rnd.next(5) < 5 && rnd.next(-3, 3) >= -3 && rnd.next(-3, 3) <= 3 && rnd.next() < 1 && rnd.next(2.0, 3.0) >= 2);
        CHECK(rnd.next(1LL << 60) < 1LL << 60 && rnd.next(LLONG_MIN, LLONG_MAX) != 0 && rnd.next(size_t(3)) < 3);
        CHECK(rnd.next('a', 'c') >= 'a' && rnd.next(1, 2LL) <= 2 && rnd.next(1.0f, 2.0f) < 2.5f && rnd.wnext(10, 3) < 10);
        CHECK(rnd.wnext(5, 9, -2) >= 5 && rnd.wnext(0.0, 1.0, 2) <= 1 && rnd.wnext(3LL, 4LL, 1) >= 3);
        CHECK(pattern("[a-z]{3}").matches(rnd.next("[a-z]{3}")) && pattern("[0-9]{2}").matches(rnd.next("[0-9]{%d}", 2)));
        CHECK(rnd.any(vector<int>{4}) == 4 && rnd.any(set<int>{4, 5}) >= 4 && rnd.wany(vector<int>{4, 5}, 1) >= 4);
    }
    vector<int> perm = rnd.perm(50, 1), sorted = perm;
    sort(sorted.begin(), sorted.end());
    CHECK(sorted.front() == 1 && sorted.back() == 50 && perm != sorted && rnd.perm(3).size() == 3);
    vector<int> parts = rnd.partition(10, 100, 5), others = rnd.partition(3, 3);
    CHECK(parts.size() == 10 && *min_element(parts.begin(), parts.end()) >= 5 && others == vector<int>(3, 1));
    int sum = 0;
    for (int each : parts) sum += each;
    CHECK(sum == 100);
    vector<int> few = rnd.distinct(5, 1, 5), more = rnd.distinct(3, 10);
    CHECK(set<int>(few.begin(), few.end()).size() == 5 && set<int>(more.begin(), more.end()).size() == 3);
    vector<int> mixed = perm;
    shuffle(mixed.begin(), mixed.end());
    CHECK(mixed != perm);
    rnd.setSeed(5);
    int first = rnd.next(1000000000);
    rnd.setSeed(5);
    CHECK(first == rnd.next(1000000000));
    CHECK(stringToLongLong(ouf, "-9223372036854775808") == LLONG_MIN && stringToDouble(ouf, "-1.5e3") == -1500);
    CHECK(stringToUnsignedLongLong(ouf, "18446744073709551615") == ULLONG_MAX && stringToStrictDouble(ouf, "-0.50", 1, 2) == -0.5);
    InStream text(ouf, "12 -3 4.5 18446744073709551615\nthe line\r\nx y  z\n1 2\n3 4 0.50 a b\n\n q");
    CHECK(text.readInt() == 12 && text.readLong(-5, 5, "x") == -3 && text.readReal() == 4.5);
    CHECK(text.readUnsignedLong() == ULLONG_MAX && text.seekEoln() && text.readString() == "the line" && text.getLine() == 3);
    CHECK(text.curChar() == 'x' && text.readChar() == 'x' && text.readChar(' ') == ' ' && text.nextChar() == 'y');
    text.unreadChar('y');
    CHECK(text.readToken() == "y" && text.readWord("[z]", "z") == "z" && !text.seekEof());
    CHECK(text.readInts(2, 0, 9, "a") == vector<int>({1, 2}) && text.readLongs(2) == vector<long long>({3, 4}));
    CHECK(text.readStrictDoubles(1, 0, 1, 2, 2, "d") == vector<double>({0.5}) && text.readWords(2, "[ab]", "w").size() == 2);
    CHECK(text.eoln() && text.eoln() && !text.eoln());
    string into;
    text.readWordTo(into);
    CHECK(into == "q" && text.eof() && text.seekEof() && text.eoln() && text.readChar() == EOFC);
    text.reset();
    CHECK(text.readInteger(12, 12) == 12 && pe_of("x"));
    text.nextLine();
    CHECK(text.readLines(2) == vector<string>({"the line", "x y  z"}));
    CHECK(opt<int>("n") == 5 && opt("name") == "x" && has_opt("flag") && !has_opt("other") && opt<int>("other", 7) == 7);
    println(1, "two", 3.5);
    setName("interface");
    return failed != 0;
}
