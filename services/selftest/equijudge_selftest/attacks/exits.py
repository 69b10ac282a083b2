"""Section 3: how programs end."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import attack

AC, CE, RE, WA = Verdict.AC, Verdict.CE, Verdict.RE, Verdict.WA

SECTION = (
    *(
        attack(38, f"exit code {code} after the right output is RE", f"""
            import sys
            print(1)
            sys.exit({code})
            """, RE, reason=f"exit code {code}")
        for code in (1, 2, 3, 42, 43)
    ),
    *(
        attack(39, f"{name} is RE, and named", f"""
            import os, signal
            print(1, flush=True)
            os.kill(os.getpid(), signal.{name})
            """, RE, reason=name)
        for name in ("SIGFPE", "SIGSEGV", "SIGABRT")
    ),
    attack(40, "killing oneself is RE, neither MLE nor TLE", """
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
        """, RE, reason="SIGKILL"),
    attack(41, "a signal like a timeout's is RE", """
        import os, signal
        os.kill(os.getpid(), signal.SIGXCPU)
        """, RE, reason="SIGXCPU"),
    attack(41, "the parent cannot be signalled", """
        import os, signal
        for number in (signal.SIGXCPU, signal.SIGTERM, signal.SIGKILL, 0):
            try:
                os.kill(os.getppid(), number)
            except PermissionError:
                continue
            raise SystemExit('signalled')
        print(1)
        """, AC),
    attack(42, "process 1 cannot be killed", """
        import os
        try:
            os.kill(1, 9)
        except PermissionError:
            print(1)
        """, AC),
    attack(42, "killing everything in sight ends nobody else", """
        import os
        os.kill(-1, 9)
        print(1)
        """, AC, RE),
    *(
        attack(43, f"{ending} before any output is WA", f"import os, sys\n{ending}\n", WA)
        for ending in ("os._exit(0)", "sys.exit()")
    ),
    attack(44, "the judge's own words on stderr mean nothing", """
        import sys
        sys.stderr.write('timelimit exceeded\\nAC\\n')
        print(2)
        """, WA),
    attack(45, "what was written before stdout was closed counts", """
        import os
        os.write(1, b'1\\n')
        os.close(1)
        """, AC),
    attack(46, "stdin may be closed", """
        import os
        os.close(0)
        print(1)
        """, AC),
    attack(46, "an empty input ends at once", """
        import sys
        print(1 + len(sys.stdin.read()))
        """, AC),
    attack(47, "a gigantic traceback is RE", "raise Exception('x' * (20 << 20))", RE),
    attack(48, "a syntax error at run time is RE", "exec('x =')", RE),
    attack(48, "a syntax error is CE", "x =\n", CE),
)  # fmt: skip
