import sys

input = sys.stdin.readline
capacity, queries = map(int, input().split())
before = {"first": None, "last": "first"}
after = {"first": "last", "last": None}
value = {}


def unlink(key):
    before[after[key]] = before[key]
    after[before[key]] = after[key]


def to_end(key):
    previous = before["last"]
    after[previous] = key
    before[key] = previous
    after[key] = "last"
    before["last"] = key


for _ in range(queries):
    command, key, *rest = input().split()
    if command == "get":
        if key not in value:
            print(-1)
            continue
        unlink(key)
        to_end(key)
        print(value[key])
        continue
    if key in value:
        unlink(key)
    elif len(value) == capacity:
        oldest = after["first"]
        unlink(oldest)
        del value[oldest]
    value[key] = rest[0]
    to_end(key)
