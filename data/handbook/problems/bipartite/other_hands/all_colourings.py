import sys


def main():
    nums = [int(w) for w in sys.stdin.read().split()]
    people, rivalries = nums[0], nums[1]
    us, vs = nums[2::2], nums[3::2]
    assert len(us) == rivalries
    team = [None] * (people + 1)

    def peaceful():
        for u, v in zip(us, vs):
            if team[u] is team[v]:
                return False
        return True

    def assign(who):
        if who > people:
            return peaceful()
        for t in "AB":
            team[who] = t
            if assign(who + 1):
                return True
        return False

    print(("NO", "YES")[assign(1)])


main()
