#include <bits/stdc++.h>
#ifndef ONLINE_JUDGE
#error "at home"
#endif

int main() { puts("ok"); }
