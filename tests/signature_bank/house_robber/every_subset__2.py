import sys


def main():
    n, *money = map(int, sys.stdin.read().split())
    answer = 0
    for chosen in range(2**n):
        total = 0
        ok = True
        for i in range(n):
            if chosen & (1 << i):
                if i > 0 and chosen & (1 << (i - 1)):
                    ok = False
                    break
                total += money[i]
        if ok and total > answer:
            answer = total
    print(answer)


main()
