import sys


class LRUCache:
    """a plain dict keeps the order of insertion"""

    def __init__(self, capacity):
        self.capacity = capacity
        self.store = {}

    def get(self, key):
        if key not in self.store:
            return -1
        value = self.store.pop(key)
        self.store[key] = value
        return value

    def put(self, key, value):
        self.store.pop(key, None)
        self.store[key] = value
        if len(self.store) > self.capacity:
            del self.store[next(iter(self.store))]


def main():
    lines = sys.stdin.read().splitlines()
    cache = LRUCache(int(lines[0].split()[0]))
    for line in lines[1:]:
        name, *args = line.split()
        result = getattr(cache, name)(*map(int, args))
        if name == "get":
            print(result)


main()
