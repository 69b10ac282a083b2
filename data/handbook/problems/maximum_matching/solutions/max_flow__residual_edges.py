import sys


class Network:
    def __init__(self):
        self.out = {}

    def pipe(self, start, end):
        self.out.setdefault(start, set()).add(end)
        self.out.setdefault(end, set())

    def shortest(self, source, sink):
        came = {source: None}
        queue = [source]
        for here in queue:
            if here == sink:
                break
            for there in self.out[here]:
                if there not in came:
                    came[there] = here
                    queue.append(there)
        if sink not in came:
            return None
        path = [sink]
        while came[path[-1]] is not None:
            path.append(came[path[-1]])
        return path[::-1]

    def flow(self, source, sink):
        # all pipes hold one unit: pushing a unit turns the pipe round
        units = 0
        while (path := self.shortest(source, sink)) is not None:
            for start, end in zip(path, path[1:]):
                self.out[start].remove(end)
                self.out[end].add(start)
            units += 1
        return units


def main():
    header, *lines = sys.stdin.read().strip().split("\n")
    a, b, _ = map(int, header.split())
    net = Network()
    for rider in range(1, a + 1):
        net.pipe("source", ("rider", rider))
    for horse in range(1, b + 1):
        net.pipe(("horse", horse), "sink")
    for line in lines:
        rider, horse = map(int, line.split())
        net.pipe(("rider", rider), ("horse", horse))
    print(net.flow("source", "sink"))


if __name__ == "__main__":
    main()
