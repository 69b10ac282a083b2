import sys


class Matching:
    def __init__(self, likes: dict[int, list[int]]) -> None:
        self.likes = likes
        self.owner: dict[int, int] = {}

    def try_person(self, person: int, tried: set[int]) -> bool:
        for job in self.likes.get(person, []):
            if job in tried:
                continue
            tried.add(job)
            if job not in self.owner or self.try_person(self.owner[job], tried):
                self.owner[job] = person
                return True
        return False

    def size(self) -> int:
        for person in self.likes:
            self.try_person(person, set())
        return len(self.owner)


def main() -> None:
    _, *lines = sys.stdin.read().splitlines()
    likes: dict[int, list[int]] = {}
    for line in lines:
        person, job = map(int, line.split())
        likes.setdefault(person, []).append(job)
    print(Matching(likes).size())


main()
