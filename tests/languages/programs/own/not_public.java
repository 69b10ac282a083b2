class A {
    int x = 1;
}

class B {
    public static void main(String[] args) {
        System.out.println(new A().x);
    }
}
