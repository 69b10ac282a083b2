import sys
import threading


class Tarjan:
    def __init__(self, graph):
        self.graph = graph
        self.index = {}
        self.low = {}
        self.stack = []
        self.pending = set()
        self.components = []

    def connect(self, v):
        self.index[v] = self.low[v] = len(self.index)
        self.stack.append(v)
        self.pending.add(v)
        for w in self.graph[v]:
            if w not in self.index:
                self.connect(w)
                self.low[v] = min(self.low[v], self.low[w])
            elif w in self.pending:
                self.low[v] = min(self.low[v], self.index[w])
        if self.low[v] == self.index[v]:
            component = []
            while not component or component[-1] != v:
                w = self.stack.pop()
                self.pending.remove(w)
                component.append(w)
            self.components.append(component)


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    graph = [[] for _ in range(data[0])]
    for i in range(2, len(data), 2):
        graph[data[i] - 1].append(data[i + 1] - 1)
    search = Tarjan(graph)
    for v in range(len(graph)):
        if v not in search.index:
            search.connect(v)
    print(len(search.components))


threading.stack_size(1 << 26)
sys.setrecursionlimit(1 << 20)
thread = threading.Thread(target=main)
thread.start()
thread.join()
