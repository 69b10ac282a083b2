// Has helpers of its own by testlib's names, as checkers for older versions have.
#include "testlib.h"
#include <bits/stdc++.h>
using namespace std;
string trim(const string &s) { return "<" + s + ">"; }
vector<string> split(const string &s, char) { return {s}; }
vector<string> split(string s, string) { return {s}; }
string upperCase(string s) { return "up " + s; }
bool isBlanks(char c) { return c == '_'; }
string compress(string s) { return s; }
long long gcd(long long a, long long b) { return b ? gcd(b, a % b) : a; }
static inline string lowerCase(const string &s) { return "low " + s; }
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    string s = ouf.readToken();
    quitf(_ok, "%s %d %s %d %s %lld %s", trim(s).c_str(), int(split(s, ',').size() + split(s, ",").size()), upperCase(s).c_str(), isBlanks(' '), compress(s).c_str(), gcd(12LL, 18LL), lowerCase(s).c_str());
    return 0;
}
