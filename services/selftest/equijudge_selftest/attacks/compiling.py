"""Section 6, for Python: source that kills, hangs or bloats the compile step.

A compiler of C reads files and runs for ever; CPython's reads nothing and runs nothing, so the rows that include
files become source that is read by other rules (encodings), refers to itself, or is run too early.
"""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, LIMITS, MIB, Attack, attack

AC, CE, MLE, RE, TLE, WA = Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.RE, Verdict.TLE, Verdict.WA


def encoded(name: str, cookie: str, *accept: Verdict) -> Attack:
    """A program that declares an encoding."""
    return attack(76, f"source in {name}", f"# -*- coding: {cookie} -*-\nprint(1)\n", *accept)


SECTION = (
    encoded("an encoding that nobody knows does not compile", "no-such-codec", CE),
    encoded("rot13, which is no encoding of texts, does not compile", "rot13", CE),
    encoded("a codec of bytes does not compile", "zlib_codec", CE),
    encoded("a codec named by a path does not compile", "../../tmp/evil", CE),
    encoded("utf-7 is read as Python reads it", "utf-7", AC),
    encoded("utf-16 declared in plain letters does not compile", "utf-16", CE),
    encoded("latin-1 is read as Python reads it", "latin-1", AC),
    encoded("the codec of escapes is read as Python reads it", "unicode_escape", AC, CE),
    attack(76, "reading an endless device at run time is TLE, MLE or RE", """
        exec(open('/dev/zero').read())
        """, MLE, RE, TLE, limits=BUSY),
    attack(77, "a program that imports itself ends", """
        import main
        print(1) if __name__ == '__main__' else None
        """, AC),
    attack(77, "source that runs itself for ever is RE", "exec(open(__file__).read())\n", RE),
    attack(78, "nested brackets by the hundred thousand do not compile", "(" * 100_000, CE),
    attack(78, "closed brackets by the hundred thousand do not compile", "[" * 100_000 + "]" * 100_000, CE),
    attack(78, "a million signs before a number do not compile", "-" * 1_000_000 + "1", CE),
    attack(78, "parser backtracking does not explode", "{" * 60 + "a:" * 60 + "\n", CE),
    attack(78, "nested calls of keyword arguments do not explode", "f(a=" * 90 + "1" + ")" * 90 + " = ", CE),
    attack(78, "nested lambdas and formats do not explode", "lambda:" * 3000 + "1", CE, AC, WA),
    attack(78, "blocks nested too deep do not compile",
           "".join("  " * depth + "if 1:\n" for depth in range(200)), CE),
    attack(78, "a chain of a hundred thousand operators ends",
           "print(1) if 1" + "+1" * 100_000 + " else 0", AC, CE, RE),
    attack(78, "an error in a line of a megabyte is cut", "x = 'a' 1" + " " * MIB + "\n", CE),
    attack(78, "hundreds of thousands of statements end", "x = 1\n" * 300_000 + "print(1)\n", AC, CE),
    attack(79, "a power that cannot be held is not folded", "x = 10 ** 10 ** 9\n", TLE, MLE, RE, limits=BUSY),
    attack(79, "a product of texts is not folded into gigabytes", """
        x = 'a' * 4000 * 4000 * 4000
        print(1)
        """, MLE, RE, limits=LIMITS),
    attack(79, "a shift that cannot be held is not folded", "x = 1 << (1 << 40)\nprint(1)\n", RE, MLE),
    attack(79, "a giant tuple of constants ends", "x = (" + "1," * 400_000 + ")\nprint(1)\n", AC, CE, MLE),
    attack(79, "a giant set of constants ends",
           "x = 1 in {" + ",".join(map(str, range(200_000))) + "}\nprint(int(x))\n", AC, CE, MLE),
    attack(79, "an integer of very many digits compiles in time", "x = " + "9" * 100_000 + "\nprint(1)\n", AC),
    attack(80, "source that reads the runner's environment is RE", """
        exec(open('/proc/1/environ').read())
        """, RE),
    attack(81, "nothing of a program runs when it is compiled", """
        open('/tmp/ran', 'w')
        while True: pass
        x =
        """, CE),
    attack(81, "what decorators and classes do is done in the test", """
        import os
        class Meta(type):
            def __new__(cls, *rest):
                os.kill(1, 9)
        class Ran(metaclass=Meta): pass
        """, RE),
    attack(82, "NUL in the source does not compile", "print(1)\0\n", CE),
    attack(82, "half a character in the source is read as U+FFFD", "print(1 if '\udcff' == '\ufffd' else 2)\n", AC),
    attack(82, "binary content does not compile", "\x7fELF\x02\x01\x01\0\0\0", CE),
    attack(82, "nothing at all is WA", "", WA),
    attack(83, "a single line of half a megabyte ends", "print(1) #" + "x" * (MIB // 2), AC),
    attack(84, "a file name like an option is a file name", """
        open('$(reboot); -o x', 'w').write(open('-rf').read())
        """, AC, tests=(("1\n", "1\n"),), input_file="-rf", output_file="$(reboot); -o x"),
)  # fmt: skip
