// Points by how many numbers of the answer are there.
#include "testlib.h"
using namespace std;
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    multiset<int> wanted;
    while (!ans.seekEof()) wanted.insert(ans.readInt());
    size_t all = wanted.size(), found = 0;
    int times = ouf.readInt(0, 100, "times");
    for (int i = 0; i < times; i++) {
        auto at = wanted.find(ouf.readInt());
        if (at != wanted.end()) wanted.erase(at), found++;
    }
    string mode = inf.readWord();
    if (mode == "plain") quitp(100.0 * double(found) / double(all));
    if (mode == "text") quitp(double(found), "%d of %d found", int(found), int(all));
    if (mode == "whole") quitp(found);
    if (mode == "negative") quitp(-1);
    if (mode == "info") quitpi("found=" + vtos(found), "well done");
    quitp(double(found) / double(all), "found " + vtos(found));
}
