import sys


def main():
    target = int(sys.stdin.read())
    need = [5] * (target + 1)
    need[0] = 0
    for have in range(target):
        side = 1
        # from here one more square leads on
        while True:
            to = have + side * side
            if to > target:
                break
            if need[have] + 1 < need[to]:
                need[to] = need[have] + 1
            side += 1
    print(need[target])


main()
