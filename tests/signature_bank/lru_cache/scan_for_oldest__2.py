import sys


def run(lines, capacity):
    entries = []  # [key, value, time of the last use]
    for now, line in enumerate(lines):
        parts = line.split()
        found = next((entry for entry in entries if entry[0] == parts[1]), None)
        if parts[0] == "get":
            if found is None:
                yield -1
            else:
                found[2] = now
                yield found[1]
        elif found is not None:
            found[1:] = [parts[2], now]
        else:
            if len(entries) >= capacity:
                entries.remove(min(entries, key=lambda entry: entry[2]))
            entries.append([parts[1], parts[2], now])


header, *commands = sys.stdin.read().splitlines()
for answer in run(commands, int(header.split()[0])):
    print(answer)
