// Does what the first word of its input says.
#include <bits/stdc++.h>
#include <unistd.h>
using namespace std;

constexpr size_t MIB = 1 << 20;

// A frame of some size that no optimiser takes away: the next one looks into it.
[[gnu::noinline]] int depth(int n, const int *above) {
    int mine[64] = {n};
    if (n == 0) return above[1];
    return 1 + depth(n - 1, mine);
}

size_t keep(size_t mib, int garbage = 0) {
    vector<unique_ptr<char[]>> kept;
    while (kept.size() < mib) {
        kept.emplace_back(new char[MIB]);
        memset(kept.back().get(), 'x', MIB);
    }
    while (garbage-- > 0) string(MIB, 'x').swap(*make_unique<string>());
    return kept.size();
}

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    string what;
    if (!(cin >> what)) what = "empty";
    if (what == "empty" || what == "hello") {
        cout << what << "\n";
    } else if (what == "sum") {
        long long n, x, sum = 0;
        cin >> n;
        while (n-- > 0 && cin >> x) sum += x;
        cout << sum << "\n";
    } else if (what == "wide") {
        long long a, b;
        cin >> a >> b;
        cout << a * b << " " << a * b % 998244353 << "\n";
    } else if (what == "exit") {
        cout << "before" << endl;
        return 3;
    } else if (what == "crash") {
        volatile int *nowhere = nullptr;
        *nowhere = 1;
    } else if (what == "throw") {
        throw runtime_error("thrown");
    } else if (what == "recurse") {
        int n, none[2] = {};
        cin >> n;
        cout << depth(n, none) << "\n";
    } else if (what == "threads") {
        vector<long long> sums(4);
        vector<thread> threads;
        for (int part = 0; part < 4; part++)
            threads.emplace_back([&sums, part] {
                for (int i = part; i <= 1000000; i += 4) sums[part] += i;
            });
        for (auto &each : threads) each.join();
        cout << accumulate(sums.begin(), sums.end(), 0LL) << "\n";
    } else if (what == "utf8") {
        string line;
        getline(cin, line);
        getline(cin, line);
        auto count = count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
        cout << count << " " << line << "\n";
    } else if (what == "sleep") {
        this_thread::sleep_for(chrono::seconds(60));
    } else if (what == "burn") {
        for (volatile unsigned i = 0;; i = i + 1) {
        }
    } else if (what == "hog") {
        keep(1 << 20);
    } else if (what == "fill") {
        size_t mib;
        cin >> mib;
        cout << keep(mib) << "\n";
    } else if (what == "churn") {
        size_t mib;
        cin >> mib;
        cout << keep(mib, 600) << "\n";
    } else if (what == "flood") {
        for (string some(65536, 'x');;) cout << some;
    } else if (what == "close") {
        cout << "done" << endl;
        fclose(stdout);
    } else if (what == "stderr") {
        cerr << string(MIB, 'e');
        cout << "ok\n";
    }
}
