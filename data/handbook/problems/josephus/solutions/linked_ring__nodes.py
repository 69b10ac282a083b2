import sys


class Person:
    __slots__ = ("number", "next")

    def __init__(self, number):
        self.number = number
        self.next = self


class Circle:
    def __init__(self, size):
        self.size = size
        self.before = Person(size)
        first = self.before
        for number in range(size - 1, 0, -1):
            person = Person(number)
            person.next = first
            first = person
        self.before.next = first

    def remove(self, step):
        for _ in range((step - 1) % self.size):
            self.before = self.before.next
        self.before.next = self.before.next.next
        self.size -= 1


def main():
    n, k = map(int, sys.stdin.readline().split())
    circle = Circle(n)
    while circle.size > 1:
        circle.remove(k)
    print(circle.before.next.number)


main()
