#include <stdio.h>

int main(void) {
    FILE *in = fopen("input.txt", "r"), *out = fopen("output.txt", "w");
    long x, sum = 0;
    while (fscanf(in, "%ld", &x) == 1) sum += x;
    fprintf(out, "%ld\n", sum);
    return 0;
}
