import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formatBundle } from "@/contracts/evidence-bundle";
import { formatTrust } from "@/contracts/trust";
import { redact } from "@/domain/evidence/verify-bundle";
import { utf8 } from "@/domain/shared/bytes";
import { readGiven } from "@/verifier/read-file";
import { languageOf, WORDS } from "@/verifier/words";
import { EvidenceHouse, sha256 } from "../../support/evidence-house";
import { CATALOG, pdfOf } from "../../support/pdf";
import { pdfWith } from "../../support/proof-pdf";

const house = new EvidenceHouse();
const bundle = house.bundle();
const text = formatBundle(bundle);
const read = (bytes: Uint8Array, name = "given") => readGiven(sha256, name, bytes);
const PAGES = "<< /Type /Pages /Kids [] /Count 0 >>";
const streamOf = (dictionary: string, content: Buffer) =>
  Buffer.concat([Buffer.from(`<< ${dictionary} >>\nstream\n`), content, Buffer.from("\nendstream")]);

describe("a given file is told by what is in it, whatever it is called:", () => {
  test("a proof, a file of keys, and a broken one of these", async () => {
    expect(await read(utf8(text), "a.pdf")).toEqual([{ kind: "bundle", name: "a.pdf", bundle, attachment: null }]);
    const keys = formatTrust(sha256, house.trust);
    expect(await read(utf8(keys))).toEqual([{ kind: "trust", name: "given", trust: house.trust }]);
    expect(await read(utf8(keys.replace('"quorum": 2', '"quorum": 9')))).toMatchObject([
      { kind: "bad_trust", fault: { code: "quorum_too_high" } },
    ]);
    expect(await read(utf8("hello"))).toMatchObject([{ kind: "unread", fault: "not_json" }]);
    expect(await read(new Uint8Array(50_000_001))).toMatchObject([{ kind: "unread", fault: "too_large" }]);
  });
});

describe("a proof in a PDF is found", () => {
  test.each([
    ["compressed", true],
    ["as it is", false],
  ])("%s, as pdfkit attaches it", async (_name, compress) => {
    const pdf = await pdfWith({ "proof.json": text }, compress);
    expect(await read(pdf)).toEqual([{ kind: "bundle", name: "given", bundle, attachment: 1 }]);
  });

  test("among other attachments, and each of several once", async () => {
    const other = formatBundle(redact(bundle, ["value"]));
    const pdf = await pdfWith({ "a.txt": "{not json", "b.json": text, "c.json": other, "d.json": text }, true);
    const given = await read(pdf);
    expect(given.map((each) => each.kind === "bundle" && each.attachment)).toEqual([1, 2]);
  });

  test.each([
    ["with a wrong length", "/Length 7", Buffer.from(text)],
    ["with a length in another object", "/Length 9 0 R", Buffer.from(text)],
    [
      "compressed, with something behind it",
      "/Filter /FlateDecode /Length 1",
      Buffer.concat([deflateSync(text), Buffer.from("junk")]),
    ],
    ["compressed by a short name", `/Filter /Fl /Length ${deflateSync(text).length}`, deflateSync(text)],
  ])("%s", async (_name, dictionary, content) => {
    expect(await read(pdfOf([CATALOG, PAGES, streamOf(dictionary, content)]))).toMatchObject([{ kind: "bundle" }]);
  });

  test("only as it was handed out", async () => {
    const anew = JSON.stringify(JSON.parse(text), null, 1);
    expect(await read(pdfOf([CATALOG, PAGES, streamOf("/Length 1", Buffer.from(anew))]))).toMatchObject([
      { kind: "unread", fault: "not_canonical" },
    ]);
  });

  test("not where there is none, where it is cut off, and where a stream would fill the memory", async () => {
    const bomb = deflateSync(Buffer.alloc(30_000_000, "{"));
    for (const stream of [
      streamOf("/Length 3", Buffer.from("BT ")),
      streamOf("/Filter /FlateDecode /Length 9", deflateSync(text).subarray(0, 200)),
      streamOf(`/Filter /FlateDecode /Length ${bomb.length}`, bomb),
    ])
      expect(await read(pdfOf([CATALOG, PAGES, stream]))).toMatchObject([{ kind: "unread", fault: "no_attachment" }]);
    expect(await read(utf8("%PDF-1.7 stream\n"))).toMatchObject([{ kind: "unread", fault: "no_attachment" }]);
  });
});

describe("the words of the page", () => {
  test("say the same in both languages, with the same holes", () => {
    const holes = (words: Readonly<Record<string, string>>) =>
      Object.entries(words).map(([key, value]) =>
        [key, ...[...value.matchAll(/\{\w+\}/g)].map(String).sort()].join(" "),
      );
    expect(holes(WORDS.zh).sort()).toEqual(holes(WORDS.en).sort());
  });

  test("are in the first language of the reader that there are words in", () => {
    expect(languageOf(["fr", "zh-Hant-TW", "en"])).toBe("zh");
    expect(languageOf(["de", "en-GB"])).toBe("en");
    expect(languageOf([])).toBe("en");
  });
});
