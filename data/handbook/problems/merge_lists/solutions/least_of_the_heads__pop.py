import sys


class Merger:
    def __init__(self, lists):
        self.lists = lists

    def __iter__(self):
        return self

    def __next__(self):
        index = None
        for i, numbers in enumerate(self.lists):
            if numbers and (index is None or numbers[0] < self.lists[index][0]):
                index = i
        if index is None:
            raise StopIteration
        return self.lists[index].pop(0)


if __name__ == "__main__":
    k, *lines = sys.stdin.read().splitlines()
    lists = [list(map(int, line.split()[1:])) for line in lines]
    print(" ".join(map(str, Merger(lists))))
