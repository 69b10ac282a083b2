public class Main {
    public static void main(String[] args) {
        int there = 1;

        System.out.println(there + nowhere);
    }
}
