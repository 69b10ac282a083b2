#include <bits/stdc++.h>

template <std::integral T>
T twice(T x) {
    return x + x;
}

int main() {
    std::vector<int> numbers{3, 1, 2};
    std::ranges::sort(numbers);
    for (int x : numbers | std::views::transform(twice<int>)) std::cout << x << (x == 6 ? '\n' : ' ');
}
