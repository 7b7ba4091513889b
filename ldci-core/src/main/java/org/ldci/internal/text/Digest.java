package org.ldci.internal.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts and numbers, each preceded by its length so that no two inputs run together. Not thread-safe. */
public final class Digest {
    private final MessageDigest sha256;

    /** Starts a digest. */
    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Adds a text.
     *
     * @param text the text
     * @return this digest
     */
    public Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha256.update(bytes);
        return this;
    }

    /**
     * Adds numbers bit by bit; every NaN counts as the same.
     *
     * @param numbers the numbers
     * @return this digest
     */
    public Digest add(double[] numbers) {
        ByteBuffer block = ByteBuffer.allocate(8 * 1024);
        sha256.update(ByteBuffer.allocate(4).putInt(numbers.length).array());
        for (double number : numbers) {
            if (!block.hasRemaining()) {
                sha256.update(block.array());
                block.clear();
            }
            block.putLong(Double.doubleToLongBits(number));
        }
        sha256.update(block.array(), 0, block.position());
        return this;
    }

    /**
     * Adds bytes.
     *
     * @param bytes the bytes
     * @return this digest
     */
    public Digest add(byte[] bytes) {
        sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha256.update(bytes);
        return this;
    }

    /**
     * Ends the digest.
     *
     * @return 64 hexadecimal digits in small letters
     */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
