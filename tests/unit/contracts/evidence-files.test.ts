import { describe, expect, test } from "vitest";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { formatBundle, parseBundle, readBundle } from "@/contracts/evidence-bundle";
import { formatTrust, isTrustFile, parseTrust } from "@/contracts/trust";
import {
  compareFields,
  sentenceOf,
  sentenceOfLook,
  sentenceOfTrustFault,
  sentenceOfUnread,
  titleOfField,
  visible,
} from "@/contracts/verdict-words";
import { CHECKS, type EvidenceBundle, verifyBundle } from "@/domain/evidence/verify-bundle";
import { utf8 } from "@/domain/shared/bytes";
import { formatKey } from "@/domain/transparency/signed-note";
import { mapFields, rename } from "../../support/doctored";
import { EvidenceHouse, sha256, signer } from "../../support/evidence-house";

const house = new EvidenceHouse();
const bundle = house.bundle();
const text = formatBundle(bundle);
const faultOf = (file: string | Uint8Array) => {
  const read = readBundle(typeof file === "string" ? utf8(file) : file);
  return read.ok ? null : read.error;
};

describe("the file of a bundle", () => {
  test("is read as what it was written from", () => {
    expect(parseBundle(text)).toEqual(bundle);
    expect(readBundle(utf8(text))).toEqual({ ok: true, value: bundle });
  });

  test.each([
    ["with blanks", JSON.stringify(JSON.parse(text), null, 1)],
    ["with a line break behind it", `${text}\n`],
    ["with its keys in another order", JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()))],
    ["with a key twice", text.replace('"format":', '"format":"twogate.evidence/1","format":')],
    ["with a number written another way", text.replace('"sequence":8', '"sequence":8.0')],
    ["with an escape that is not needed", text.replace('"system"', '"\\u0073ystem"')],
    ["with half a character", formatBundle(withName("half \ud800"))],
    ["with a name that is a prototype's", text.replace('"digests":{', `"digests":{"__proto__":"${"0".repeat(64)}",`)],
  ])("is refused %s, for it is not the one text", (_name, file) => {
    expect(faultOf(file)).toBe("not_canonical");
  });

  test("is refused with a mark of byte order, and where it is no UTF-8", () => {
    expect(faultOf(`\ufeff${text}`)).toBe("not_json");
    expect(faultOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe("not_text");
  });

  test.each([
    ["of another format", text.replace("twogate.evidence/1", "twogate.evidence/2")],
    ["with a key that it does not have", text.replace('"format"', '"extra":"","format"')],
    ["without an entry", formatBundle({ ...bundle, entries: [] })],
    ["with an entry of no place", text.replace('"sequence":8', '"sequence":0')],
    ["with a place past what a number holds", text.replace('"sequence":8', '"sequence":9007199254740993')],
    ["that is a list", "[]"],
  ])("is none %s", (_name, file) => {
    expect(faultOf(file)).toBe("not_bundle");
  });

  test("may state a declaration of three hundred lines, every field of it", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 1_800 }, (_, at) => [`line.${Math.floor(at / 6) + 1}.field_${at % 6}`, String(at)]),
    );
    const long = house.bundle({ fields });
    expect(parseBundle(formatBundle(long))).toEqual(long);
    expect(verifyBundle(evidenceTools, house.trust, long).kind).toBe("true");
  });

  test("may have fields that are called as what every object has", () => {
    const named = mapFields(rename(bundle, "value", "constructor"), (each) => each);
    expect(parseBundle(formatBundle(named))).toEqual(named);
  });
});

describe("the file of trusted keys", () => {
  const file = formatTrust(sha256, house.trust);
  const json = () => JSON.parse(file) as { log: string; status: string; witnesses: string[]; quorum: number };
  const parse = (change: (keys: ReturnType<typeof json>) => object) =>
    parseTrust(sha256, JSON.stringify({ ...json(), ...change(json()) }));

  test("is read as what it was written from", () => {
    expect(parseTrust(sha256, file)).toEqual({ ok: true, value: house.trust });
    expect(isTrustFile(file)).toBe(true);
    expect(isTrustFile(text)).toBe(false);
  });

  test("may name no witness; then nobody's word is enough", () => {
    expect(parse(() => ({ witnesses: [], quorum: 1 })).ok).toBe(true);
  });

  test.each<[string, string, (keys: ReturnType<typeof json>) => object]>([
    ["whose id is another's", "not_key log", ({ log }) => ({ log: log.replace(/\+[0-9a-f]{8}\+/, "+00000000+") })],
    ["of a witness where the log's should be", "wrong_kind log", ({ witnesses }) => ({ log: witnesses[0] })],
    ["of a log where a witness's should be", "wrong_kind witnesses 1", ({ log }) => ({ witnesses: [log] })],
    ["that is log and status at once", "key_twice status", ({ log }) => ({ status: log })],
    [
      "that is two witnesses at once",
      "key_twice witnesses 2",
      () => {
        const { key } = signer("w.example", "cosignature");
        return { witnesses: [key, { ...key, name: "v.example" }].map((each) => formatKey(sha256, each)) };
      },
    ],
    ["fewer than it asks for", "quorum_too_high quorum", () => ({ quorum: 3 })],
    ["none, by asking for nobody", "not_trust quorum", () => ({ quorum: 0 })],
  ])("is refused with a key %s", (_name, fault, change) => {
    const parsed = parse(change);
    expect(parsed.ok ? "" : `${parsed.error.code} ${parsed.error.where}`).toBe(fault);
  });
});

describe("the words of a verdict", () => {
  const said = (wanted: EvidenceBundle) => {
    const verdict = verifyBundle(evidenceTools, house.trust, wanted);
    return [sentenceOf(verdict, "en"), sentenceOf(verdict, "zh")];
  };

  test("say in one sentence that a release is true, and as of when", () => {
    expect(said(bundle)).toEqual([
      "True release. It stood as of 2026-12-01 09:30:00 UTC.",
      "放行属实，截至 2026-12-01 09:30:00 UTC 有效。",
    ]);
    const held = { ...bundle, status: house.statusNote({ state: "goods_held" }) };
    expect(said(held)[0]).toBe("True release. As of 2026-12-01 09:30:00 UTC its goods were held.");
  });

  test("name the field that is another", () => {
    const other = mapFields(bundle, (each) => (each.name === "value" ? { ...each, value: "1" } : each));
    expect(said(other)).toEqual([
      "Doctored: the field “value” is not the one that was stated.",
      "已被篡改：字段“value”不是当初陈述的内容。",
    ]);
  });

  test("say that nobody else has seen it, and that a key is not trusted", () => {
    const strangers = { ...house.trust, witnesses: [signer("stranger.example", "cosignature").key], quorum: 1 };
    expect(sentenceOf(verifyBundle(evidenceTools, strangers, bundle), "en")).toBe("True, but no witness has seen it.");
    const other = { ...house.trust, log: signer("other.example/log").key };
    expect(sentenceOf(verifyBundle(evidenceTools, other, bundle), "en")).toBe(
      "Not signed by a key you trust: the checkpoint of entry 1.",
    );
  });

  test("are there for every look, held or not, in both languages and without a hole", () => {
    for (const check of CHECKS)
      for (const holds of [true, false])
        for (const language of ["en", "zh"] as const) {
          const words = sentenceOfLook({ check, where: "7", holds }, language);
          expect(words.length).toBeGreaterThan(5);
          expect(words).not.toMatch(/[{}]/);
        }
    expect(sentenceOfUnread("not_canonical", "zh")).toMatch(/Twogate/);
    expect(sentenceOfTrustFault({ code: "not_key", where: "log" }, "en")).toContain("(log)");
  });

  test("name a field as people do, with the name under which it was stated, in the order of the paper", () => {
    expect(said(rename(bundle, "value", "line.12.commodity_code"))).toEqual([
      "Doctored: the field “Line 12, commodity code (line.12.commodity_code)” is not the one that was stated.",
      "已被篡改：字段“第 12 项 商品编码 (line.12.commodity_code)”不是当初陈述的内容。",
    ]);
    expect(titleOfField("constructor", "en")).toBeNull();
    const names = [
      "tax.total",
      "line.10.unit",
      "value",
      "line.2.unit",
      "line.2.origin",
      "release.id",
      "release.number",
    ];
    expect(names.sort(compareFields).join(" ")).toBe(
      "release.number release.id line.2.unit line.2.origin line.10.unit tax.total value",
    );
  });

  test("show what a name hides, so that it moves no cursor and turns no sentence around", () => {
    expect(visible("a\u001b[2Jb\u202ec")).toBe("a\\u{1b}[2Jb\\u{202e}c");
  });
});

function withName(name: string): EvidenceBundle {
  return rename(bundle, "value", name);
}
