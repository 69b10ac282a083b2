/* Does what the first word of its input says. */
#include <assert.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MIB (1 << 20)

/* A frame of some size that no optimiser takes away: the next one looks into it. */
__attribute__((noinline)) static int depth(int n, const int *above) {
    int mine[64] = {n};
    if (n == 0) return above[1];
    return 1 + depth(n - 1, mine);
}

static long keep(long mib, int garbage) {
    char **kept = NULL;
    long count = 0;
    while (count < mib) {
        kept = realloc(kept, (count + 1) * sizeof *kept);
        kept[count] = malloc(MIB);
        memset(kept[count++], 'x', MIB);
    }
    while (garbage-- > 0) {
        volatile char *some = malloc(MIB);
        for (int i = 0; i < MIB; i += 4096) some[i] = 'x';
        free((void *)some);
    }
    return kept[count - 1][0] == 'x' ? count : -1;
}

static int64_t sums[4];

static void *share(void *argument) {
    intptr_t part = (intptr_t)argument;
    for (int i = part; i <= 1000000; i += 4) sums[part] += i;
    return NULL;
}

int main(void) {
    char what[16] = "empty";
    scanf("%15s", what);
    if (!strcmp(what, "empty") || !strcmp(what, "hello")) {
        puts(what);
    } else if (!strcmp(what, "sum")) {
        long n, x;
        int64_t sum = 0;
        scanf("%ld", &n);
        while (n-- > 0 && scanf("%ld", &x) == 1) sum += x;
        printf("%lld\n", (long long)sum);
    } else if (!strcmp(what, "wide")) {
        int64_t a, b;
        scanf("%ld %ld", &a, &b);
        printf("%lld %lld\n", (long long)(a * b), (long long)(a * b % 998244353));
    } else if (!strcmp(what, "exit")) {
        puts("before");
        return 3;
    } else if (!strcmp(what, "crash")) {
        volatile int *nowhere = NULL;
        *nowhere = 1;
    } else if (!strcmp(what, "throw")) {
        assert(!"thrown");
    } else if (!strcmp(what, "recurse")) {
        int n, none[2] = {0};
        scanf("%d", &n);
        printf("%d\n", depth(n, none));
    } else if (!strcmp(what, "threads")) {
        pthread_t threads[4];
        int64_t sum = 0;
        for (intptr_t part = 0; part < 4; part++) pthread_create(&threads[part], NULL, share, (void *)part);
        for (int part = 0; part < 4; part++) pthread_join(threads[part], NULL), sum += sums[part];
        printf("%lld\n", (long long)sum);
    } else if (!strcmp(what, "utf8")) {
        char line[256];
        int count = 0;
        fgets(line, sizeof line, stdin);
        fgets(line, sizeof line, stdin);
        for (char *c = line; *c && *c != '\n'; c++) count += (*c & 0xC0) != 0x80;
        printf("%d %s", count, line);
    } else if (!strcmp(what, "sleep")) {
        sleep(60);
    } else if (!strcmp(what, "burn")) {
        for (volatile unsigned i = 0;; i++) {
        }
    } else if (!strcmp(what, "hog")) {
        keep(1 << 20, 0);
    } else if (!strcmp(what, "fill")) {
        long mib;
        scanf("%ld", &mib);
        printf("%ld\n", keep(mib, 0));
    } else if (!strcmp(what, "churn")) {
        long mib;
        scanf("%ld", &mib);
        printf("%ld\n", keep(mib, 600));
    } else if (!strcmp(what, "flood")) {
        static char some[65536];
        memset(some, 'x', sizeof some);
        for (;;) fwrite(some, 1, sizeof some, stdout);
    } else if (!strcmp(what, "close")) {
        puts("done");
        fclose(stdout);
    } else if (!strcmp(what, "stderr")) {
        static char noise[MIB];
        memset(noise, 'e', sizeof noise);
        fwrite(noise, 1, sizeof noise, stderr);
        puts("ok");
    }
    return 0;
}
