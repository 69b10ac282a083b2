"""Java programs that must not fail: everything is as under `javac Main.java && java Main`."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import ROOMY, attack, in_language, of_topic
from equijudge_selftest.attacks.java.source import IMPORTS, runs
from equijudge_selftest.topics import Topic

AC = Verdict.AC
SUM = "".join(f"{number}\n" for number in range(300_000))
BIG = ((SUM, "44999850000\n"),)
DEPTH = "static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }"
SAY = "public static void main(String[] words) { System.out.println(1); }"

ATTACKS = in_language("java", of_topic(
    Topic.HARMLESS,
    attack("java-other-class-name", "Java: a class that is not called Main", f"public class Solution {{ {SAY} }}\n",
           AC),
    attack("java-class-not-public", "Java: a class that is not public, behind others",
           f"class Helper {{ int x; }}\nclass Solution {{ {SAY} }}\n", AC),
    attack("java-package", "Java: a source in a package", f"package judge.tasks;\npublic class Main {{ {SAY} }}\n", AC),
    attack("java-byte-order-mark", "Java: a byte order mark", f"\ufeffpublic class Main {{ {SAY} }}\n", AC),
    attack("java-carriage-returns", "Java: source with carriage returns",
           "public class Main {\r\n  // one\r\n  public static void main(String[] a) {\r\n    "
           "System.out.println(1);\r\n  }\r\n}\r\n", AC),
    attack("java-control-z", "Java: a control-Z at the end", f"public class Main {{ {SAY} }}\n\x1a", AC),
    runs("buffered-reader", "big input by a BufferedReader", """
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        long sum = 0;
        for (String line; (line = in.readLine()) != null;) sum += Long.parseLong(line.trim());
        System.out.println(sum);
        """, AC, tests=BIG, limits=ROOMY),
    runs("stream-tokenizer", "big input by a StreamTokenizer", """
        StreamTokenizer in = new StreamTokenizer(new BufferedInputStream(System.in));
        long sum = 0;
        while (in.nextToken() != StreamTokenizer.TT_EOF) sum += (long) in.nval;
        System.out.println(sum);
        """, AC, tests=BIG, limits=ROOMY),
    runs("own-reader", "big input by a reader of one's own on a DataInputStream", """
        DataInputStream in = new DataInputStream(System.in);
        byte[] room = new byte[1 << 16];
        long sum = 0, x = 0;
        for (int n; (n = in.read(room)) > 0;)
            for (int i = 0; i < n; i++) if (room[i] == '\\n') { sum += x; x = 0; } else x = 10 * x + room[i] - 48;
        System.out.println(sum);
        """, AC, tests=BIG, limits=ROOMY),
    runs("scanner", "big input by a Scanner", """
        Scanner in = new Scanner(System.in);
        long sum = 0;
        while (in.hasNextLong()) sum += in.nextLong();
        System.out.println(sum);
        """, AC, tests=BIG, limits=ROOMY),
    runs("print-writer", "big output by a PrintWriter and a StringBuilder", """
        PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out)));
        for (int n = 0; n < 300000; n++) out.println(n);
        out.flush();
        """, AC, output=SUM, limits=ROOMY),
    runs("println-output", "a hundred thousand lines by System.out.println", "for (int n = 0; n < 100000; n++) "
         "System.out.println(n);",
         AC, output="".join(f"{number}\n" for number in range(100_000)), limits=ROOMY),
    runs("integers-of-64-bits", "64-bit arithmetic and larger", """
        System.out.println(Long.MAX_VALUE + 1 + " " + Math.floorMod(-7L,
            3) + " " + (-7 >>> 28) + " " + BigInteger.TWO.pow(100));
        """, AC, output="-9223372036854775808 2 15 1267650600228229401496703205376\n"),
    runs("floats", "floats are printed with a point, in every locale",
         'System.out.printf("%.2f %s %s%n", 1234.5, 0.1 + 0.2, String.format("%,d", 1234567));', AC,
         output="1234.50 0.30000000000000004 1,234,567\n"),
    runs("utf-8-output", "UTF-8 in and out, and in names", """
        String größe = new BufferedReader(new InputStreamReader(System.in)).readLine();
        System.out.println(größe + " 漢字 🂡 " + größe.length());
        """, AC, tests=(("größe\n", "größe 漢字 🂡 5\n"),)),
    runs("threads", "threads, pools, parallel streams and futures", """
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int n = 0; n < 100; n++) { int k = n; all.add(pool.submit(() -> k)); }
        int sum = 0;
        for (Future<Integer> each : all) sum += each.get();
        pool.shutdown();
        long squares = java.util.stream.IntStream.range(0, 1000).parallel().mapToLong(n -> (long) n * n).sum();
        System.out.println(sum + " " + squares + " " + CompletableFuture.supplyAsync(() -> 42).get());
        """, AC, output="4950 332833500 42\n", limits=ROOMY),
    runs("modern-syntax", "records, texts of several lines, patterns, switches with arrows", '''
        Object o = new Point(1, 2);
        String text = """
            one
            two""";
        int kind = switch (text.length()) { case 7 -> 3; default -> 4; };
        if (o instanceof Point p && p.x() == 1) System.out.println(p.y() + kind + " " + text.lines().count());
        ''', AC, members="record Point(int x, int y) { }", output="5 2\n"),
    runs("inner-classes", "inner, local and anonymous classes, and lambdas",
         "class Local { int two() { return 2; } } Runnable r = new Runnable() { public void run() { "
         "System.out.println(new Inner().one() + new Local().two()); } }; r.run();", AC,
         members="static class Inner { int one() { return 1; } }", output="3\n"),
    runs("own-thread-with-stack", "the usual thread with a large stack", """
        Thread thread = new Thread(null, new Runnable() { public void run() { System.out.println(depth(100000));
            } }, "1", 1 << 27);
        thread.start();
        """, AC, members=DEPTH, output="100000\n", limits=ROOMY),
    runs("judge-property", "the property that judges set",
         'if (System.getProperty("ONLINE_JUDGE") == null) System.setIn(new FileInputStream("input.txt")); '
         'System.out.println(System.in.read() - 48);',
         AC, tests=(("1\n", "1\n"),)),
    runs("reflection", "reflection on the program's own classes", """
        System.out.println(Main.class.getDeclaredMethod("hidden").invoke(null));
        """, AC, members="private static int hidden() { return 1; }"),
    runs("hash-collections", "a million entries of collections", """
        Map<Integer, Integer> all = new HashMap<>();
        TreeMap<Integer, Integer> sorted = new TreeMap<>();
        for (int n = 0; n < 500000; n++) { all.put(n, n); sorted.put(-n, n); }
        System.out.println(all.size() + sorted.firstKey());
        """, AC, limits=ROOMY),
    attack("java-input-and-output-files", "Java: input and output files", IMPORTS + """
        public class Main { public static void main(String[] words) throws IOException {
            Scanner in = new Scanner(new File("input.txt"));
            PrintWriter out = new PrintWriter("output.txt");
            out.println(in.nextInt() + in.nextInt());
            out.close();
        } }
        """, AC, tests=(("40 2\n", "42\n"),), input_file="input.txt", output_file="output.txt"),
))  # fmt: skip
