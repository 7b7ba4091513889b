package org.ldci.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of reference results beside the repository, its JSON and its CSV. */
public final class SharedReference {
    private SharedReference() {}

    /** The named condition of the agreement tests. */
    public static boolean isPresent() {
        return Files.isDirectory(root());
    }

    public static Path root() {
        return Path.of(System.getProperty("ldci.shared", "../shared"), "reference");
    }

    public static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any JSON document. */
    public static Object json(String path) {
        return new Json(text(path)).value();
    }

    /** One case of methods/cases. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> methodCase(String id) {
        return (Map<String, Object>) new Json(text("methods/cases/" + id + ".json")).value();
    }

    /** Walks down a JSON document. */
    public static Object at(Object value, String... path) {
        Object found = value;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }

    public static double[] numbers(Object list) {
        return ((List<?>) list)
                .stream()
                        .mapToDouble(n -> n == null ? Double.NaN : ((Number) n).doubleValue())
                        .toArray();
    }

    @SuppressWarnings("unchecked")
    public static List<String> texts(Object list) {
        return (List<String>) list;
    }

    /** The input of a case of methods/cases. */
    public static Csv input(Map<String, Object> methodCase) {
        return csv("methods/cases/" + at(methodCase, "input", "csv"));
    }

    public static Csv csv(String path) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text(path).lines().toList()) {
            rows.add(cells(line));
        }
        return new Csv(rows.get(0), rows.subList(1, rows.size()));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A table of text. */
    public record Csv(List<String> header, List<List<String>> rows) {
        public List<String> texts(String column) {
            int at = header.indexOf(column);
            return rows.stream().map(row -> row.get(at)).toList();
        }

        public double[] numbers(String column) {
            return texts(column).stream()
                    .mapToDouble(cell -> cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
        }

        public double[][] columns(List<String> names) {
            return names.stream().map(this::numbers).toArray(double[][]::new);
        }
    }

    /** A reader of well-formed JSON. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            skip();
            char c = text.charAt(at);
            if (c == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                at++;
                for (skip(); text.charAt(at) != '}'; skip()) {
                    String key = string();
                    skip();
                    at++; // the colon
                    map.put(key, value());
                    skip();
                    at += text.charAt(at) == ',' ? 1 : 0;
                }
                at++;
                return map;
            } else if (c == '[') {
                List<Object> list = new ArrayList<>();
                at++;
                for (skip(); text.charAt(at) != ']'; skip()) {
                    list.add(value());
                    skip();
                    at += text.charAt(at) == ',' ? 1 : 0;
                }
                at++;
                return list;
            } else if (c == '"') {
                return string();
            }
            int start = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            return switch (word) {
                case "null" -> null;
                case "true" -> true;
                case "false" -> false;
                default -> Double.valueOf(word);
            };
        }

        private String string() {
            StringBuilder found = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                    if (text.charAt(at) == 'u') {
                        found.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                        continue;
                    }
                    found.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
                } else {
                    found.append(text.charAt(at));
                }
            }
            at++;
            return found.toString();
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
