def only_235(v: int) -> bool:
    while not v % 2:
        v >>= 1
    while not v % 3:
        v //= 3
    while not v % 5:
        v //= 5
    return v == 1


target = int(input())
number, seen = 1, 1
while seen != target:
    number += 1
    seen += only_235(number)
print(number)
