"""How Java programs end: exit codes, exceptions of several threads, crashes of the runtime, half-written output."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import in_language, of_topic
from equijudge_selftest.attacks.java.source import runs
from equijudge_selftest.topics import Topic

AC, CE, MLE, RE, WA = Verdict.AC, Verdict.CE, Verdict.MLE, Verdict.RE, Verdict.WA
UNSAFE = """
static sun.misc.Unsafe unsafe() throws Exception {
    java.lang.reflect.Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    return (sun.misc.Unsafe) field.get(null);
}
"""

_EXITS = (
    *(runs(f"exit-code-{code}", f"exit code {code} after the right output is RE",
           f"System.out.println(1); System.exit({code});",
           RE, reason=f"exit code {code}") for code in (1, 42, 143)),
    runs("exit-code-0", "System.exit(0) is the end", "System.out.println(1); System.exit(0); System.out.println(2);",
         AC),
    runs("exit-code-256", "exit code 256 is 0 to the kernel", "System.out.println(1); System.exit(256);", AC),
    runs("halt", "Runtime.halt is judged on what was written", "System.out.println(1); System.out.flush(); "
         "Runtime.getRuntime().halt(0);",
         AC),
    runs("halt-with-full-buffer", "Runtime.halt drops what was not flushed: WA", """
        new PrintWriter(System.out).println(1);
        Runtime.getRuntime().halt(0);
        """, WA),
    runs("exit-before-output", "System.exit before any output is WA", "System.exit(0);", WA),
    runs("uncaught-exception", "an uncaught exception is RE", 'System.out.println(1); throw new '
         'IllegalStateException("x");', RE,
         reason="exit code 1"),
    runs("own-exception", "an exception of the program's own, with causes in a ring, is RE", """
        Exception a = new Exception("a"), b = new Exception("b", a);
        a.initCause(b);
        throw b;
        """, RE, reason="exit code 1"),
    runs("huge-exception", "an exception with a text of megabytes is RE", 'throw new Error("x".repeat(20 << 20));', RE,
         MLE),
    runs("exception-in-thread", "an exception of another thread is no error of the program's", """
        Thread other = new Thread(() -> { throw new IllegalStateException(); });
        other.start();
        other.join();
        System.out.println(1);
        """, AC),
    runs("exception-in-initialiser", "an exception while the class is initialised is RE", "System.out.println(1);", RE,
         members="static int zero = 1 / Integer.parseInt(\"0\");", reason="exit code 1"),
    runs("claimed-error", "a claim on stderr is no more than that", """
        System.err.println("Exception in thread \\"main\\" java.lang.AC: timelimit exceeded");
        System.out.println(2);
        """, WA),
    runs("claimed-out-of-memory", "whoever claims to be out of memory has failed all the same", """
        throw new OutOfMemoryError("no");
        """, MLE, RE),
    # Where compiled code has filled the stack the runtime takes several times as much memory to unwind it.
    runs("stack-overflow-caught", "a StackOverflowError that is caught is no error, or MLE", """
        try { f(); } catch (StackOverflowError deep) { System.out.println(1); }
        """, AC, MLE, members="static void f() { f(); }"),
    runs("assertion", "assertions are off, as under java", "assert words.length > 0; System.out.println(1);", AC),
    runs("close-stdout", "what was written before stdout was closed counts",
         "System.out.println(1); System.out.close(); System.in.close(); System.out.println(2);", AC),
    runs("output-in-hook", "output of hooks counts",
         "Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(1)));", AC),
    runs("thread-exits", "another thread may end the program",
         "new Thread(() -> { System.out.println(1); System.exit(0); }).start(); Thread.sleep(5000);", AC),
    runs("main-thread-ends", "the first thread may end before the others",
         "new Thread(() -> { try { Thread.sleep(50); } catch (InterruptedException e) { } System.out.println(1); "
         "}).start();", AC),
    runs("runtime-crash", "a crash of the runtime is RE", "System.out.println(unsafe().getByte(7L));", RE,
         members=UNSAFE,
         reason="SIGABRT"),
    runs("runtime-crash-in-hook", "a crash of the runtime after the right output is RE", """
        System.out.println(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { unsafe().putByte(7L, (byte) 1);
            } catch (Exception e) { } }));
        """, RE, members=UNSAFE),
    runs("kill-self", "killing oneself is RE, neither MLE nor TLE", """
        System.out.println(1);
        new ProcessBuilder("sh", "-c", "kill -9 " + ProcessHandle.current().pid()).start();
        Thread.sleep(1000);
        """, RE, reason="SIGKILL"),
    runs("signal-parent", "neither the parent nor process 1 can be signalled", """
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        int sent = 0;
        for (long pid : new long[] {1, parent})
            if (new ProcessBuilder("sh", "-c", "kill -9 " + pid).start().waitFor() == 0) sent++;
        System.out.println(1 + sent);
        """, AC),
    runs("becomes-another-program", "what programs print that were started counts", """
        new ProcessBuilder("echo", "1").inheritIO().start().waitFor();
        """, AC),
    runs("empty-input", "an empty input ends at once", "System.out.println(1 + System.in.read() + 1);", AC),
)  # fmt: skip
_FORGING = (
    runs("environment", "environment and properties tell nothing of the host", """
        int wrong = 0;
        for (var entry : System.getenv().entrySet())
            if (!Set.of("PATH", "HOME", "LANG", "PYTHONHASHSEED").contains(entry.getKey())) wrong++;
        for (Object value : System.getProperties().values())
            for (String word : new String[] {"/root", "/home/", "equijudge-",
                "REDIS"}) if (("" + value).contains(word)) wrong++;
        System.out.println(1 + wrong);
        """, AC),
    runs("replace-own-jar", "a program cannot change what the next test runs", """
        System.out.println(1);
        System.out.flush();
        for (String name : new String[] {"program.jar", "Main.java", "/tmp/program.jar",
            "/opt/equijudge/tools/java/compile.jar"})
            try {
                Files.deleteIfExists(Path.of(name));
                Files.write(Path.of(name), "PK".getBytes());
            } catch (IOException refused) { }
        """, AC, tests=(("", "1\n"),) * 3),
    runs("descriptors", "no descriptor is open but the standard streams and the runtime's own", """
        int wrong = 0;
        for (String number : new File("/proc/self/fd").list()) {
            Path entry = Path.of("/proc/self/fd", number);
            if (Integer.parseInt(number) < 3 || !Files.isSymbolicLink(entry)) continue;
            String target = "" + Files.readSymbolicLink(entry);
            if (!target.matches(".*(program[.]jar|/modules|[.]jsa|random)")) { wrong++; System.err.println(target); }
        }
        System.out.println(1 + wrong);
        """, AC),
    runs("network", "there is no network", """
        int made = 0;
        try { new java.net.Socket("127.0.0.1", 6379); made++; } catch (IOException refused) { }
        try { new java.net.DatagramSocket(); made++; } catch (IOException refused) { }
        System.out.println(made);
        """, AC, output="0\n"),
    runs("runner-proc", "nothing of process 1 or of the parent can be read", """
        int got = 0;
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        for (long pid : new long[] {1, parent}) for (String name : new String[] {"environ", "maps", "mem", "fd/0",
            "cwd/x", "exe"})
            try (InputStream in = new FileInputStream("/proc/" + pid + "/" + name)) { if (in.read() >= 0) got++;
                } catch (IOException no) { }
        System.out.println(got);
        """, AC, output="0\n"),
    runs("left-for-next", "what a runtime leaves in /tmp and at home is not there in the next test", """
        int found = 0;
        for (String place : new String[] {"/tmp", "/dev/shm", System.getProperty("user.home")})
            for (File entry : Objects.requireNonNullElse(new File(place).listFiles(), new File[0]))
                if (entry.getName().matches(".*(hsperf|mark).*|[.]java.*")) found++;
        System.out.println(found);
        File.createTempFile("mark", "mark");
        new File(System.getProperty("user.home") + "/.java/mark").mkdirs();
        """, AC, tests=(("", "0\n"),) * 3),
)  # fmt: skip

ATTACKS = in_language("java", (*of_topic(Topic.EXITS, *_EXITS), *of_topic(Topic.FORGING, *_FORGING)))
