import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeMessageFault } from "@/contracts/message-words";
import { codecOf, readMessages } from "@/runtime/messages";

const folder = "tests/contracts/messages";
const golden = readdirSync(folder)
  .filter((name) => !name.startsWith("make-"))
  .map((name) => readFileSync(`${folder}/${name}`));

/** A golden message with some bytes changed, taken out or put in, as a broken line or a hostile hand would. */
const broken = fc
  .record({
    bytes: fc.constantFrom(...golden),
    changes: fc.array(
      fc.record({
        at: fc.nat(4_000),
        length: fc.nat(6),
        by: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom("<", "'", "?", "+", "&", "]]>", '"', "\u0000").map((text) => Buffer.from(text)),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ bytes, changes }) =>
    changes.reduce((now, { at, length, by }) => {
      const place = at % now.length;
      return Buffer.concat([now.subarray(0, place), by, now.subarray(place + length)]);
    }, bytes),
  );

describe("broken messages", () => {
  it("are refused with faults that have words, or read as what can be written and read again", () => {
    fc.assert(
      fc.property(broken, (bytes) => {
        const read = readMessages(bytes);
        if (!read.ok) {
          expect(read.error.length).toBeGreaterThan(0);
          for (const each of read.error) expect(describeMessageFault(each, "zh")).not.toMatch(/undefined|\{field\}/);
          return;
        }
        const { syntax, messages } = read.value;
        for (const message of messages) {
          const written = codecOf(syntax, message.kind)?.render(message);
          if (!written?.ok) throw new Error(JSON.stringify(written?.error));
          expect(readMessages(written.value)).toEqual({ ok: true, value: { syntax, messages: [message] } });
        }
      }),
      { numRuns: 500 },
    );
  });
});
