"""Python source that kills, hangs or bloats the compile step.

A compiler of C reads files and runs for ever; CPython's reads nothing and runs nothing. Where an attack on the former
would include files, one on the latter is read by other rules (encodings), refers to itself, or is run too early.
"""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, LIMITS, MIB, Attack, attack, of_topic
from equijudge_selftest.topics import Topic

AC, CE, MLE, RE, TLE, WA = Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.RE, Verdict.TLE, Verdict.WA


def declares(slug: str, name: str, cookie: str, *accept: Verdict) -> Attack:
    """A program whose source declares an encoding, as `# -*- coding: cookie -*-`."""
    return attack(slug, f"source in {name}", f"# -*- coding: {cookie} -*-\nprint(1)\n", *accept)


ATTACKS = of_topic(
    Topic.COMPILING,
    declares("unknown-encoding", "an encoding that nobody knows does not compile", "no-such-codec", CE),
    declares("rot13-encoding", "rot13, which is no encoding of texts, does not compile", "rot13", CE),
    declares("bytes-codec", "a codec of bytes does not compile", "zlib_codec", CE),
    declares("codec-by-path", "a codec named by a path does not compile", "../../tmp/evil", CE),
    declares("utf-7-source", "utf-7 is read as Python reads it", "utf-7", AC),
    declares("utf-16-source", "utf-16 declared in plain letters does not compile", "utf-16", CE),
    declares("latin-1-source", "latin-1 is read as Python reads it", "latin-1", AC),
    declares("unicode-escape-source", "the codec of escapes is read as Python reads it", "unicode_escape", AC, CE),
    attack("exec-endless-device", "reading an endless device at run time is TLE, MLE or RE", """
        exec(open('/dev/zero').read())
        """, MLE, RE, TLE, limits=BUSY),
    attack("self-import", "a program that imports itself ends", """
        import main
        print(1) if __name__ == '__main__' else None
        """, AC),
    attack("self-exec", "source that runs itself for ever is RE", "exec(open(__file__).read())\n", RE),
    attack("open-brackets", "nested brackets by the hundred thousand do not compile", "(" * 100_000, CE),
    attack("closed-brackets", "closed brackets by the hundred thousand do not compile",
           "[" * 100_000 + "]" * 100_000, CE),
    attack("million-signs", "a million signs before a number do not compile", "-" * 1_000_000 + "1", CE),
    attack("parser-backtracking", "parser backtracking does not explode", "{" * 60 + "a:" * 60 + "\n", CE),
    attack("nested-keyword-calls", "nested calls of keyword arguments do not explode",
           "f(a=" * 90 + "1" + ")" * 90 + " = ", CE),
    attack("nested-lambdas", "nested lambdas and formats do not explode", "lambda:" * 3000 + "1", CE, AC, WA),
    attack("nested-blocks", "blocks nested too deep do not compile",
           "".join("  " * depth + "if 1:\n" for depth in range(200)), CE),
    attack("operator-chain", "a chain of a hundred thousand operators ends",
           "print(1) if 1" + "+1" * 100_000 + " else 0", AC, CE, RE),
    attack("error-in-long-line", "an error in a line of a megabyte is cut", "x = 'a' 1" + " " * MIB + "\n", CE),
    attack("many-statements", "hundreds of thousands of statements end", "x = 1\n" * 300_000 + "print(1)\n", AC, CE),
    attack("huge-power", "a power that cannot be held is not folded", "x = 10 ** 10 ** 9\n", TLE, MLE, RE, limits=BUSY),
    attack("huge-string-product", "a product of texts is not folded into gigabytes", """
        x = 'a' * 4000 * 4000 * 4000
        print(1)
        """, MLE, RE, limits=LIMITS),
    attack("huge-shift", "a shift that cannot be held is not folded", "x = 1 << (1 << 40)\nprint(1)\n", RE, MLE),
    attack("giant-tuple", "a giant tuple of constants ends", "x = (" + "1," * 400_000 + ")\nprint(1)\n", AC, CE, MLE),
    attack("giant-set", "a giant set of constants ends",
           "x = 1 in {" + ",".join(map(str, range(200_000))) + "}\nprint(int(x))\n", AC, CE, MLE),
    attack("many-digit-literal", "an integer of very many digits compiles in time",
           "x = " + "9" * 100_000 + "\nprint(1)\n", AC),
    attack("exec-runner-environment", "source that reads the runner's environment is RE", """
        exec(open('/proc/1/environ').read())
        """, RE),
    attack("run-at-compile-time", "nothing of a program runs when it is compiled", """
        open('/tmp/ran', 'w')
        while True: pass
        x =
        """, CE),
    attack("run-at-class-creation", "what decorators and classes do is done in the test", """
        import os
        class Meta(type):
            def __new__(cls, *rest):
                os.kill(1, 9)
        class Ran(metaclass=Meta): pass
        """, RE),
    attack("nul-in-source", "NUL in the source does not compile", "print(1)\0\n", CE),
    attack("lone-surrogate-source", "half a character in the source is read as U+FFFD",
           "print(1 if '\udcff' == '\ufffd' else 2)\n", AC),
    attack("binary-source", "binary content does not compile", "\x7fELF\x02\x01\x01\0\0\0", CE),
    attack("empty-source", "nothing at all is WA", "", WA),
    attack("half-megabyte-line", "a single line of half a megabyte ends", "print(1) #" + "x" * (MIB // 2), AC),
    attack("option-like-file-name", "a file name like an option is a file name", """
        open('$(reboot); -o x', 'w').write(open('-rf').read())
        """, AC, tests=(("1\n", "1\n"),), input_file="-rf", output_file="$(reboot); -o x"),
)  # fmt: skip
