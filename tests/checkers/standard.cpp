/* The standard checkers that tests/integration/test_testlib_agrees.py asks about, by the word behind the files. */
#include "testlib.h"

#include <sstream>
#include <vector>

static std::vector<std::string> words(const std::string &line)
{
    std::istringstream stream(line);
    std::vector<std::string> found;
    for (std::string word; stream >> word;)
        found.push_back(word);
    return found;
}

template <typename Read, typename Same> static void compare_all(Read read, Same same)
{
    while (!ans.seekEof()) {
        auto expected = read(ans), found = read(ouf);
        if (!same(expected, found))
            quitf(_wa, "they differ");
    }
}

static double real(InStream &stream) { return stream.readDouble(); }

int main(int argc, char *argv[])
{
    std::string kind = argv[--argc];
    registerTestlibCmd(argc, argv);
    if (kind == "wcmp") {
        compare_all([](InStream &stream) { return stream.seekEof() ? std::string() : stream.readWord(); },
                    [](const std::string &one, const std::string &other) { return one == other; });
        if (!ouf.seekEof())
            quitf(_wa, "there is more");
    } else if (kind == "lcmp" || kind == "fcmp") {
        while (!ans.eof()) {
            std::string expected = ans.readLine();
            if (expected.empty() && ans.eof())
                break;
            std::string found = ouf.readString();
            if (kind == "lcmp" ? words(expected) != words(found) : expected != found)
                quitf(_wa, "lines differ");
        }
    } else if (kind == "icmp") {
        if (ans.readInt() != ouf.readInt())
            quitf(_wa, "they differ");
    } else if (kind == "rcmp") {
        double expected = ans.readDouble(), found = ouf.readDouble();
        if (std::fabs(expected - found) > 1.5E-6 + 1E-15)
            quitf(_wa, "they differ");
    } else if (kind == "dcmp") {
        double expected = ans.readDouble(), found = ouf.readDouble();
        if (!doubleCompare(expected, found, 1E-6))
            quitf(_wa, "they differ");
    } else if (kind == "rcmp6") {
        compare_all(real, [](double one, double other) { return doubleCompare(one, other, 1E-6); });
    } else if (kind == "rncmp") {
        compare_all(real, [](double one, double other) { return !(std::fabs(one - other) > 1.5E-5 + 1E-15); });
    } else {
        quitf(_fail, "what is %s?", kind.c_str());
    }
    quitf(_ok, "all is right");
}
