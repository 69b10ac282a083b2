#include <bits/extc++.h>
using namespace __gnu_pbds;

using Set = tree<int, null_type, std::less<int>, rb_tree_tag, tree_order_statistics_node_update>;

int main() {
    Set squares;
    for (int i = 0; i < 9; i++) squares.insert(i * i);
    unsigned __int128 power = (unsigned __int128)1 << 100;
    std::string digits;
    for (; power; power /= 10) digits.insert(0, 1, char('0' + int(power % 10)));
    std::cout << *squares.find_by_order(3) << ' ' << digits << std::endl;
}
