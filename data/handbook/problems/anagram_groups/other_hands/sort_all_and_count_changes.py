def normal_form(word: str) -> str:
    return "".join(sorted(word))


def solve(words: list[str]) -> int:
    forms = [normal_form(word) for word in words]
    forms.sort(reverse=True)
    different = 0
    last = ""
    for form in forms:
        if form != last:
            different += 1
            last = form
    return different


how_many = int(input())
print(solve([input().strip() for _ in range(how_many)]))
