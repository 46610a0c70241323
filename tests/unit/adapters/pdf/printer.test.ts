import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { faceOf } from "@/adapters/pdf/letters";
import { runsOf, setLines } from "@/adapters/pdf/lines";
import { printPaper } from "@/adapters/pdf/printer";
import { readBarCodes } from "@/adapters/reading/bar-codes";
import { STRAIGHT } from "@/adapters/reading/straighten";
import type { Paper, PaperPart } from "@/application/printer";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";

let pdfium: PDFiumLibrary;
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init();
});

function paper(parts: readonly PaperPart[], more: Partial<Paper> = {}): Paper {
  return {
    title: "Readiness report",
    language: "en",
    at: new Date("2026-11-27T10:00:00Z"),
    foot: { text: "Harbour Customs Brokers", pages: "Page {page} of {pages}" },
    parts,
    attachments: [],
    ...more,
  };
}

/** The text of each page, with all white space as one space. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await pdfium.loadDocument(bytes);
  const pages = [...document.pages()].map((page) => page.getText().replace(/\s+/g, " "));
  document.destroy();
  return pages;
}

/** Chinese has no spaces, so those where a line ended say nothing. */
const joined = (text: string) => text.replaceAll(" ", "");

describe("a printed paper", () => {
  it("says in English what it was given, in order, with its foot on the page", async () => {
    const [page = ""] = await pagesOf(
      await printPaper(
        paper([
          { kind: "heading", level: 1, text: "Compliance" },
          { kind: "paragraph", text: "Three of 212 declarations were amended – 1.4 %." },
          { kind: "facts", rows: [["Firm", "Harbour Customs Brokers Ltd"]] },
          {
            kind: "table",
            columns: [
              { heading: "Criterion", share: 3 },
              { heading: "Value", share: 1, align: "end" },
            ],
            rows: [["Error rate", "1.4 %"]],
          },
        ]),
      ),
    );
    expect(page).toBe(
      "Readiness report Compliance Three of 212 declarations were amended – 1.4 %. Firm Harbour Customs Brokers Ltd Criterion Value Error rate 1.4 % Harbour Customs Brokers Page 1 of 1",
    );
  });

  it("says in Chinese what it was given, character by character", async () => {
    const said =
      "企业信用管理自评：内部控制、财务状况、守法规范、贸易安全。本企业差错率为1.4%，高于标准的已列入差距清单。";
    const [page = ""] = await pagesOf(
      await printPaper(
        paper([{ kind: "paragraph", text: said, tone: "strong" }], {
          title: "经认证的经营者（AEO）准备报告",
          language: "zh",
          foot: { text: "港湾报关行", pages: "第 {page} 页，共 {pages} 页" },
        }),
      ),
    );
    expect(joined(page)).toBe(`经认证的经营者（AEO）准备报告${said}港湾报关行第1页，共1页`);
  });

  it("goes on over pages, with the heading of a table on each and no row lost or divided", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`row ${index + 1} begins and ends`, String(index * 7)]);
    const columns = [
      { heading: "Shipment", share: 2 },
      { heading: "Amount", share: 1, align: "end" as const },
    ];
    const pages = await pagesOf(await printPaper(paper([{ kind: "table", columns, rows }])));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("Shipment Amount");
    const all = pages.join(" ");
    for (const [text = "", amount = ""] of rows) expect(all).toContain(`${text} ${amount}`);
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  it("divides a row that no page holds, and loses no word of it", async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(" ");
    const columns = [{ heading: "Finding", share: 1 }];
    const pages = await pagesOf(await printPaper(paper([{ kind: "table", columns, rows: [[words]] }])));
    expect(pages.length).toBeGreaterThan(1);
    const found = pages.flatMap((page) => page.match(/\bw\d+\b/g) ?? []);
    expect(found.join(" ")).toBe(words);
  });

  it("bears a code that a reader reads", async () => {
    const text = "https://twogate.example/verify/0199c0de";
    const bytes = await printPaper(paper([{ kind: "qr", text, caption: "Check this paper" }]));
    const document = await pdfium.loadDocument(bytes);
    const image = await document.getPage(0).render({ scale: 3, render: "bitmap" });
    const { width, height } = image;
    const picture = sharp(image.data, { raw: { width, height, channels: 4 } });
    const found = await readBarCodes(picture, 0, STRAIGHT);
    document.destroy();
    expect(found.map((each) => each.text)).toEqual([text]);
  });

  it("carries files inside that come out as they went in", async () => {
    const bytes = new TextEncoder().encode("criterion,value\nerror_rate,1.4\n");
    const attachment = { name: "measures.csv", mediaType: "text/csv", bytes, description: "What was measured" };
    const printed = await printPaper(paper([], { attachments: [attachment] }));
    const document = await PDFDocument.load(printed);
    const names = document.catalog.lookup(PDFName.of("Names"), PDFDict).lookup(PDFName.of("EmbeddedFiles"), PDFDict);
    const spec = names.lookup(PDFName.of("Names"), PDFArray).lookup(1, PDFDict);
    const stream = spec.lookup(PDFName.of("EF"), PDFDict).lookup(PDFName.of("F"));
    if (!(stream instanceof PDFRawStream)) throw new Error("No stream");
    expect(new Uint8Array(inflateSync(stream.getContents()))).toEqual(bytes);
  });

  it("comes out as the same bytes when it is printed again", async () => {
    const one = paper([{ kind: "paragraph", text: "Same 同样" }]);
    const digest = async () =>
      createHash("sha256")
        .update(await printPaper(one))
        .digest("hex");
    expect(await digest()).toBe(await digest());
  });

  it("prints a box for what no letter is known for, and drops what cannot be seen", async () => {
    const [page = ""] = await pagesOf(
      await printPaper(paper([{ kind: "paragraph", text: "a\u0007b \u{1f9ff}\u200b c" }])),
    );
    expect(page).toContain("ab □ c");
  });
});

describe("letters", () => {
  it("are there for every character of the words of the product", () => {
    const characters = new Set(JSON.stringify(en) + JSON.stringify(zh));
    const missing = [...characters].filter((each) => each.trim() !== "" && faceOf(each, 400) === null);
    // Kappa is a measure of the pages of quality, which no paper prints.
    expect(missing.filter((each) => each !== "κ")).toEqual([]);
  });
});

describe("lines", () => {
  const measure = (_face: string, text: string) => [...text].length * 10;
  const set = (text: string, width: number) =>
    setLines(text, 400, width, measure).map((line) => line.map((run) => run.text).join(""));

  it("keep words whole and break what is wider than a line", () => {
    expect(set("two gates one declaration", 100)).toEqual(["two gates", "one", "declaratio", "n"]);
  });

  it("begin with no closing punctuation and end with no opening one", () => {
    expect(set("贸易安全、合规。", 40)).toEqual(["贸易安", "全、合", "规。"]);
    expect(set("海关（总署）令", 30)).toEqual(["海关", "（总", "署）令"]);
  });

  it("are no wider than they may be, whatever they hold", () => {
    for (const text of ["a b c d e f", "中文 and English 混排，", "x".repeat(50)])
      for (const line of setLines(text, 400, 70, measure))
        expect(line.reduce((sum, run) => sum + run.width, 0)).toBeLessThanOrEqual(70);
  });

  it("have runs of one file each that together are the text", () => {
    const runs = runsOf("AEO 认证企业", 400, measure);
    expect(runs.map(({ text }) => text).join("")).toBe("AEO 认证企业");
    expect(new Set(runs.map(({ face }) => face)).size).toBeGreaterThan(1);
  });
});
