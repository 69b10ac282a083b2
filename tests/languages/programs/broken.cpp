#include <iostream>

int main() {
    int there = 1;
    std::cout << there + nowhere << std::endl;
}
