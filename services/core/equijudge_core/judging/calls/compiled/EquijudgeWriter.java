// --- from values to the typed encoding
class EquijudgeWriter {
    final StringBuilder text = new StringBuilder("v");
    final java.util.Map<Object, Object> above = new java.util.IdentityHashMap<>();
    int left = EquijudgeCall.MOST_NODES;
    boolean isOfNodes;

    void take() {
        if (--left < 0) {
            throw new EquijudgeCall.Unwritten("m");
        }
    }
    void integer(java.math.BigInteger value) {
        if (value.bitLength() <= 62 && !value.equals(java.math.BigInteger.ONE.shiftLeft(62).negate())) {
            text.append(value);
        } else {
            text.append("{\"i\":\"").append(value.signum() < 0 ? "-0x" : "0x").append(value.abs().toString(16)).append("\"}");
        }
    }
    void real(double value) {
        if (value != value || Double.isInfinite(value)) {
            text.append(value != value ? "{\"f\":\"nan\"}" : value > 0 ? "{\"f\":\"inf\"}" : "{\"f\":\"-inf\"}");
        } else {
            text.append(value);
        }
    }
    void string(CharSequence value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each < 32 || each > 126) {
                text.append(String.format("\\u%04x", (int) each));
            } else {
                text.append(each == '"' || each == '\\' ? "\\" : "").append(each);
            }
        }
        text.append('"');
    }
    void write(Object value, int depth) throws ReflectiveOperationException {
        if (value == null && isOfNodes) {
            text.append("[]");
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            text.append(value);
        } else if (value instanceof Long) {
            long found = (Long) value;
            if (found > -EquijudgeCall.LARGEST && found < EquijudgeCall.LARGEST) {
                text.append(found);
            } else {
                integer(java.math.BigInteger.valueOf(found));
            }
        } else if (value instanceof java.math.BigInteger) {
            integer((java.math.BigInteger) value);
        } else if (value instanceof Double || value instanceof Float) {
            real(((Number) value).doubleValue());
        } else if (value instanceof Character || value instanceof CharSequence) {
            string(value.toString());
        } else if (depth > EquijudgeCall.DEEPEST) {
            throw new EquijudgeCall.Unwritten("d");
        } else if (above.put(value, value) != null) {
            throw new EquijudgeCall.Unwritten("c");
        } else {
            whole(value, depth + 1);
            above.remove(value);
        }
    }
    void whole(Object value, int depth) throws ReflectiveOperationException {
        java.lang.reflect.Field[] links = EquijudgeCall.links(value.getClass());
        if (value instanceof int[]) {
            text.append('[');
            String before = "";
            for (int each : (int[]) value) {
                take();
                text.append(before).append(each);
                before = ",";
            }
            text.append(']');
        } else if (value.getClass().isArray()) {
            text.append('[');
            for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                take();
                text.append(i > 0 ? "," : "");
                write(java.lang.reflect.Array.get(value, i), depth);
            }
            text.append(']');
        } else if (value instanceof java.util.Map) {
            text.append("{\"d\":[");
            String before = "[";
            for (java.util.Map.Entry<?, ?> each : ((java.util.Map<?, ?>) value).entrySet()) {
                take();
                text.append(before);
                write(each.getKey(), depth);
                text.append(',');
                write(each.getValue(), depth);
                text.append(']');
                before = ",[";
            }
            text.append("]}");
        } else if (value instanceof java.util.Collection) {
            text.append(value instanceof java.util.Set ? "{\"s\":[" : "[");
            String before = "";
            for (Object each : (java.util.Collection<?>) value) {
                take();
                text.append(before);
                write(each, depth);
                before = ",";
            }
            text.append(value instanceof java.util.Set ? "]}" : "]");
        } else if (links != null && links.length == 2) {
            list(value, links, depth);
        } else if (links != null) {
            tree(value, links, depth);
        } else {
            throw new EquijudgeCall.Unwritten("t" + EquijudgeCall.shorten(value.getClass().getTypeName()));
        }
    }
    void list(Object first, java.lang.reflect.Field[] links, int depth) throws ReflectiveOperationException {
        java.util.Map<Object, Object> seen = new java.util.IdentityHashMap<>();
        text.append('[');
        for (Object each = first; each != null; each = links[1].get(each)) {
            if (seen.put(each, each) != null) {
                throw new EquijudgeCall.Unwritten("c");
            }
            take();
            text.append(each == first ? "" : ",");
            write(links[0].get(each), depth);
        }
        text.append(']');
    }
    void tree(Object root, java.lang.reflect.Field[] links, int depth) throws ReflectiveOperationException {
        java.util.Map<Object, Object> seen = new java.util.IdentityHashMap<>();
        java.util.ArrayList<Object> level = new java.util.ArrayList<>();
        level.add(root);
        int last = 0;
        for (int at = 0; at < level.size(); at++) {
            Object node = level.get(at);
            if (node == null) {
                continue;
            }
            if (seen.put(node, node) != null) {
                throw new EquijudgeCall.Unwritten("c");
            }
            take();
            last = at + 1;
            level.add(links[1].get(node));
            level.add(links[2].get(node));
        }
        text.append('[');
        for (int at = 0; at < last; at++) {
            text.append(at > 0 ? "," : "");
            if (level.get(at) == null) {
                text.append("null");
            } else {
                write(links[0].get(level.get(at)), depth);
            }
        }
        text.append(']');
    }
}
