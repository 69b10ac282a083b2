#include <stdio.h>

int main(void) {
    int there = 1;
    printf("%d\n", there + nowhere);
}
