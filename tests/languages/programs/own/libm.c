#include <math.h>
#include <stdio.h>

#ifndef ONLINE_JUDGE
#error "at home"
#endif

int main(void) {
    double x;
    scanf("%lf", &x);
    printf("%.6f\n", sqrt(x));
    return 0;
}
