package org.ldci.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Lays JSON out with one region, or one row of values, a line. Not thread-safe. */
final class JsonLines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private boolean inline;
    private int depth;

    /** Whether what follows stays on its line. */
    void inline(boolean now) {
        inline = now;
    }

    private void newLine(JsonGenerator generator) throws IOException {
        if (!inline) {
            generator.writeRaw('\n');
            for (int i = 0; i < depth; i++) {
                generator.writeRaw("  ");
            }
        }
    }

    @Override
    public void writeStartObject(JsonGenerator generator) throws IOException {
        super.writeStartObject(generator);
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator generator) throws IOException {
        newLine(generator);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
        super.writeObjectEntrySeparator(generator);
        newLine(generator);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
        depth--;
        newLine(generator);
        super.writeEndObject(generator, entries);
    }

    @Override
    public void writeStartArray(JsonGenerator generator) throws IOException {
        super.writeStartArray(generator);
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) throws IOException {
        newLine(generator);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
        super.writeArrayValueSeparator(generator);
        newLine(generator);
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) throws IOException {
        depth--;
        newLine(generator);
        super.writeEndArray(generator, values);
    }
}
