// Stands in front of a candidate's classes, in one line: reads the arguments as the types that the candidate's own method
// takes, calls it, and leaves what comes back in a file, as harness.py does it in Python and with the same letters; see
// types.cpp for those that Python does not need. What is expected is nowhere here.
public class EquijudgeCall {
    static final int DEEPEST = 200, MOST_NODES = 4000000, MOST_TYPE_NAME = 100;
    static final long LARGEST = 1L << 62;

    static class Unwritten extends RuntimeException {
        Unwritten(String told) { super(told); }
    }
    static class Misfit extends RuntimeException {
        Misfit() { super(null, null, false, false); }
    }

    public static void main(String[] nothing) throws Throwable {
        java.io.File answer = new java.io.File("answer").getAbsoluteFile();
        java.io.PrintStream printed = new java.io.PrintStream(new java.io.BufferedOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), 8192), false, "UTF-8");
        System.setOut(printed);
        byte[] given = java.nio.file.Files.readAllBytes(java.nio.file.Path.of("arguments.json"));
        String told;
        try {
            told = call(given);
        } catch (Unwritten reason) {
            told = reason.getMessage();
        } catch (java.lang.reflect.InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            printed.flush();
        }
        java.nio.file.Files.write(answer.toPath(), told.getBytes("UTF-8"));
        Runtime.getRuntime().halt(0);
    }

    static String call(byte[] given) throws Throwable {
        java.util.List<java.lang.reflect.Method> found = find();
        if (found.isEmpty()) {
            return "n";
        }
        int count = count(given);
        String misfit = "k" + found.get(0).getParameterCount() + " " + count;
        for (java.lang.reflect.Method each : found) {
            if (each.getParameterCount() != count) {
                continue;
            }
            Object[] arguments = new Object[count];
            java.lang.reflect.Type[] types = each.getGenericParameterTypes();
            int at = 0;
            try {
                EquijudgeReader from = new EquijudgeReader(given);
                from.need('[');
                for (; at < count; at++) {
                    if (at > 0) {
                        from.need(',');
                    }
                    arguments[at] = from.read(types[at]);
                }
            } catch (Misfit reason) {
                misfit = "a" + at + " " + shorten(types[at].getTypeName());
                continue;
            }
            each.setAccessible(true);
            Object owner = null;
            if (!java.lang.reflect.Modifier.isStatic(each.getModifiers())) {
                java.lang.reflect.Constructor<?> made = owner().getDeclaredConstructor();
                made.setAccessible(true);
                owner = made.newInstance();
            }
            Object value = each.invoke(owner, arguments);
            EquijudgeWriter writer = new EquijudgeWriter();
            int place = EquijudgeTarget.IN_PLACE < count ? EquijudgeTarget.IN_PLACE : -1;
            writer.isOfNodes = isOfNodes(place < 0 ? each.getGenericReturnType() : types[place]);
            writer.write(place < 0 ? value : arguments[place], 0);
            return writer.text.toString();
        }
        return misfit;
    }

    static Class<?> owner() throws ClassNotFoundException {
        String inside = EquijudgeCall.class.getPackageName();
        return Class.forName(inside.isEmpty() ? EquijudgeTarget.CLASS : inside + "." + EquijudgeTarget.CLASS);
    }

    static java.util.List<java.lang.reflect.Method> find() {
        java.util.List<java.lang.reflect.Method> found = new java.util.ArrayList<>();
        Class<?> kind;
        try {
            kind = owner();
        } catch (ClassNotFoundException none) {
            return found;
        }
        for (; kind != null && kind != Object.class; kind = kind.getSuperclass()) {
            for (java.lang.reflect.Method each : kind.getDeclaredMethods()) {
                if (each.getName().equals(EquijudgeTarget.NAME) && !each.isBridge() && !java.lang.reflect.Modifier.isPrivate(each.getModifiers())) {
                    found.add(each);
                }
            }
        }
        found.sort(java.util.Comparator.comparing((java.lang.reflect.Method each) -> !java.lang.reflect.Modifier.isPublic(each.getModifiers())).thenComparing(each -> each.toGenericString()));
        return found;
    }

    static String shorten(String name) {
        return name.length() > MOST_TYPE_NAME ? name.substring(0, MOST_TYPE_NAME) : name;
    }

    static int count(byte[] given) {
        int depth = 0, count = 0;
        boolean quoted = false, empty = true;
        for (int at = 0; at < given.length; at++) {
            int each = given[at];
            if (quoted) {
                at += each == '\\' ? 1 : 0;
                quoted = each != '"';
                continue;
            }
            empty = empty && (depth == 0 || each <= 32 || each == ']');
            quoted = each == '"';
            depth += each == '[' || each == '{' ? 1 : each == ']' || each == '}' ? -1 : 0;
            count += each == ',' && depth == 1 ? 1 : 0;
        }
        return empty ? 0 : count + 1;
    }

    static java.lang.reflect.Field field(Class<?> kind, String name) {
        for (; kind != null && kind != Object.class; kind = kind.getSuperclass()) {
            for (java.lang.reflect.Field each : kind.getDeclaredFields()) {
                if (each.getName().equals(name) && !java.lang.reflect.Modifier.isStatic(each.getModifiers())) {
                    each.setAccessible(true);
                    return each;
                }
            }
        }
        return null;
    }

    // The fields of a class of nodes, its value first; null where it is none.
    static java.lang.reflect.Field[] links(Class<?> kind) {
        if (kind.isPrimitive() || kind.isArray() || kind.getName().startsWith("java.")) {
            return null;
        }
        java.lang.reflect.Field value = field(kind, "val"), next = field(kind, "next"), left = field(kind, "left"), right = field(kind, "right");
        if (value == null) {
            return null;
        }
        if (left != null && right != null) {
            return new java.lang.reflect.Field[] {value, left, right};
        }
        return next == null ? null : new java.lang.reflect.Field[] {value, next};
    }

    static boolean isOfNodes(java.lang.reflect.Type type) {
        Class<?> kind = EquijudgeReader.raw(type);
        java.lang.reflect.Type inner = kind.isArray() ? (type instanceof Class ? kind.getComponentType() : ((java.lang.reflect.GenericArrayType) type).getGenericComponentType()) : EquijudgeReader.part(type, 0);
        return inner == Object.class ? links(kind) != null : isOfNodes(inner);
    }
}
