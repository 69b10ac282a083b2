#include <bits/stdc++.h>
using namespace std;

int main() {
    freopen("input.txt", "r", stdin);
    freopen("output.txt", "w", stdout);
    long long x, sum = 0;
    while (cin >> x) sum += x;
    cout << sum << endl;
}
