import { describe, expect, it } from "vitest";
import { parseXml } from "@/adapters/reading/xml";

/** What becomes of it, and within which time a person is told. */
function fate(text: string | Buffer): string {
  const started = performance.now();
  const parsed = parseXml(Buffer.from(text));
  expect(performance.now() - started).toBeLessThan(1_000);
  return parsed.ok ? "read" : parsed.error;
}

describe("XML of strangers", () => {
  it.each([
    ["an entity that names a file", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["a parameter entity", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/">%x;]><a/>'],
    ["a billion laughs", `<!DOCTYPE a [<!ENTITY a "${"ha".repeat(9)}"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>`],
    ["a document type that is far away", `<?xml version="1.0"?>${" ".repeat(5_000)}<!doctype a><a/>`],
    ["a depth of two hundred thousand", "<a>".repeat(200_000) + "</a>".repeat(200_000)],
    ["half a million elements", `<a>${"<b/>".repeat(500_000)}</a>`],
  ])("with %s is refused as unsafe", (_what, text) => {
    expect(fate(text)).toBe("unsafe_xml");
  });

  it.each([
    ["an encoding that could hide a document type", '<?xml version="1.0" encoding="utf-7"?>+ADw-a+AD4-'],
    ["what its encoding does not allow", Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e])],
    ["no end", "<a><b></a>"],
    ["nothing", "   "],
  ])("with %s cannot be read", (_what, text) => {
    expect(fate(text)).toBe("unreadable");
  });

  it("in UTF-16 is seen through", () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<!DOCTYPE a><a/>", "utf16le")]);
    expect(fate(wide)).toBe("unsafe_xml");
    expect(fate(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<a>ä</a>", "utf16le")]))).toBe("read");
  });

  it.each(["<a><constructor>x</constructor></a>", "<a><__proto__><isAdmin>1</isAdmin></__proto__></a>"])(
    "changes nothing of ours: %s",
    (text) => {
      expect(fate(text)).toBe("unsafe_xml");
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    },
  );

  it("without its prefixes, comments and attachments in letters is a tree", () => {
    const attachment = "QUJD".repeat(20_000);
    const parsed = parseXml(Buffer.from(`<n:a><!-- <c/> --><n:b u="K">1&amp;2</n:b><x>${attachment}</x></n:a>`));
    expect(parsed.ok && parsed.value.children.map(({ name, text }) => [name, text])).toEqual([
      ["b", "1&2"],
      ["x", ""],
    ]);
  });
});
