def throws(dice, faces):
    """Sums of all throws, number by number in base `faces`."""
    for code in range(faces ** dice):
        shown = dice
        for _ in range(dice):
            code, digit = divmod(code, faces)
            shown += digit
        yield shown


d, f, target = [int(t) for t in input().split()]
print(sum(1 for shown in throws(d, f) if shown == target))
