import sys


class Heap:
    def __init__(self):
        self.a = [0]

    def __len__(self):
        return len(self.a) - 1

    def top(self):
        return self.a[1]

    def push(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i > 1 and a[i // 2] > a[i]:
            a[i], a[i // 2] = a[i // 2], a[i]
            i //= 2

    def pop(self):
        a = self.a
        last = a.pop()
        if len(a) == 1:
            return
        i = 1
        while 2 * i < len(a):
            c = 2 * i
            if c + 1 < len(a) and a[c + 1] < a[c]:
                c += 1
            if a[c] >= last:
                break
            a[i] = a[c]
            i = c
        a[i] = last


def main():
    data = list(map(int, sys.stdin.read().split()))[1:]
    visits = [(data[i], data[i + 1]) for i in range(0, len(data), 2)]
    visits.sort(key=lambda visit: visit[0])
    inside = Heap()
    answer = 0
    for came, left in visits:
        while len(inside) and inside.top() < came:
            inside.pop()
        inside.push(left)
        answer = max(answer, len(inside))
    print(answer)


main()
