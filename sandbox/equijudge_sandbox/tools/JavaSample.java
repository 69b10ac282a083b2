import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.*;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Sample {
    interface Shape { double area(); }
    enum Color { RED, GREEN { @Override int value() { return 2; } }; int value() { return 1; } }
    static final class Edge implements Comparable<Edge> {
        final int to; final long cost;
        Edge(int to, long cost) { this.to = to; this.cost = cost; }
        @Override public int compareTo(Edge other) { return Long.compare(cost, other.cost); }
    }
    static <T extends Comparable<T>> T best(List<T> all) { T b = null; for (T e : all) if (b == null || e.compareTo(b) < 0) b = e; return b; }

    public static void main(String[] args) throws IOException {
        Scanner scanner = new Scanner("3 4\n1.5 word\n9999999999 7\n");
        int n = scanner.nextInt(); scanner.nextInt(); scanner.nextDouble(); scanner.next(); scanner.nextLong(); scanner.nextLine(); scanner.hasNext();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer words = new StringTokenizer("1 2 3");
        long sum = 0;
        while (words.hasMoreTokens()) sum += Long.parseLong(words.nextToken());
        for (String line = in.readLine(); line != null; line = in.readLine()) for (String w : line.trim().split("\\s+")) sum += w.length();
        PriorityQueue<Edge> queue = new PriorityQueue<>((a, b) -> a.compareTo(b));
        queue.add(new Edge(1, 2)); queue.add(new Edge(2, 1)); queue.poll();
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < n; i++) groups.computeIfAbsent("k" + i % 2, k -> new ArrayList<>()).add(i);
        TreeMap<Integer, Integer> tree = new TreeMap<>(); tree.merge(1, 1, Integer::sum); tree.firstKey();
        Deque<int[]> deque = new ArrayDeque<>(); deque.push(new int[] {1, 2}); 
        Set<Long> set = new LinkedHashSet<>(new TreeSet<>(Arrays.asList(3L, 1L)));
        int[] squares = IntStream.rangeClosed(1, 5).map(x -> x * x).toArray(); Arrays.sort(squares);
        Integer[] boxed = {3, 1, 2}; Arrays.sort(boxed, Collections.reverseOrder()); Arrays.sort(boxed, Comparator.comparingInt(x -> -x));
        long[][] grid = new long[3][4]; for (long[] row : grid) Arrays.fill(row, 1L);
        String joined = Arrays.stream(boxed).map(String::valueOf).collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder(); text.append(joined).reverse().append('x').append(1.5).append(sum);
        Shape shape = () -> 2.0; Function<Integer, Integer> twice = x -> 2 * x;
        BigInteger big = BigInteger.ONE.shiftLeft(100).mod(BigInteger.valueOf(1000000007)).add(new BigInteger("123456789012345678901234567890"));
        BitSet bits = new BitSet(10); bits.set(3);
        try { Object o = Integer.parseInt("x"); } catch (NumberFormatException e) { text.append(e.getMessage()); } finally { text.append(';'); }
        switch (Color.values()[0]) { case RED: text.append(Color.GREEN.value()); break; default: text.append(0); }
        switch (joined) { case "1": text.append(1); break; default: break; }
        outer: for (int i = 0; ; i++) { do { if (i > 2) break outer; else continue outer; } while (true); }
        label(1, 2, 3);
        PrintWriter out = new PrintWriter(System.out);
        out.printf("%d %.3f %s %5d%n", n, shape.area(), text, twice.apply(4)); out.println(big.toString() + best(Arrays.asList(2, 1)) + groups + tree + deque.size() + set + bits + Character.isDigit('1') + Math.max(1, 2) + (n > 2 ? 'a' : 'b'));
        System.out.println(String.format("%02d:%s", 3, Long.toBinaryString(5) + Integer.toHexString(255)));
        out.flush();
    }
    static int label(int... values) { int t = 0; synchronized (Sample.class) { for (int v : values) t += v; } return t; }
}
