import sys, threading

def main():
    input = sys.stdin.readline
    n, m = map(int, input().split())
    boss = {}
    def top(x):
        if boss.setdefault(x, x) == x:
            return x
        boss[x] = top(boss[x])
        return boss[x]
    for _ in range(m):
        a, b = map(int, input().split())
        boss[top(a)] = top(b)
    print(len({top(x) for x in range(1, n + 1)}))

threading.stack_size(2**27)
sys.setrecursionlimit(2**20)
t = threading.Thread(target=main)
t.start()
t.join()
