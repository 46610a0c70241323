import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { formatBundle, parseBundle } from "@/contracts/evidence-bundle";
import { formatTrust } from "@/contracts/trust";
import { withTrust } from "@/runtime/verifier-page";
import { mapFields, withCheckpoint } from "../support/doctored";
import { EvidenceHouse, sha256, signer } from "../support/evidence-house";
import { pdfWith } from "../support/proof-pdf";
import { test } from "./test";
import { violationsOf } from "./violations";

const folder = mkdtempSync(join(tmpdir(), "twogate-verifier-"));
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const house = new EvidenceHouse();
const bundle = house.bundle();
const text = formatBundle(bundle);
const files = {
  true: write("true.json", text),
  value: write(
    "value.json",
    formatBundle(mapFields(bundle, (each) => (each.name === "value" ? { ...each, value: "1.00" } : each))),
  ),
  thief: write(
    "thief.json",
    formatBundle(
      withCheckpoint(bundle, house.checkpoint(undefined, { log: signer(house.log.key.name, "ed25519", "a thief") })),
    ),
  ),
  anew: write("anew.json", `${text}\n`),
  keys: write(
    "strangers.json",
    formatTrust(sha256, {
      ...house.trust,
      witnesses: [signer("stranger.example", "cosignature").key],
      quorum: 1,
    }),
  ),
};
const SENTENCES = {
  en: {
    true: "True release. It stood as of 2026-12-01 09:30:00 UTC.",
    value: "Doctored: the field “value” is not the one that was stated.",
    thief: "Not signed by a key you trust: the checkpoint of entry 1.",
    anew: "Not a proof of Twogate as it was handed out: the file was written anew.",
    unwitnessed: "True, but no witness has seen it.",
  },
  zh: {
    true: "放行属实，截至 2026-12-01 09:30:00 UTC 有效。",
    value: "已被篡改：字段“value”不是当初陈述的内容。",
    thief: "并非由您信任的密钥签名：第 1 条记录的检查点。",
    anew: "不是原样的 Twogate 证明：文件被重新写过。",
    unwitnessed: "内容属实，但没有见证人见过。",
  },
} as const;

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the page from the disk with the network off; gives what it complained of. */
async function open(
  browser: { newContext: (options: BrowserContextOptions) => Promise<import("@playwright/test").BrowserContext> },
  options: BrowserContextOptions,
) {
  const path = write("verify.html", withTrust(readFileSync("dist/verify.html", "utf8"), house.trust));
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(path).href);
  return { page, complaints };
}

const give = (page: Page, ...paths: readonly string[]) => page.locator("#files").setInputFiles([...paths]);

for (const [language, locale] of [
  ["en", "en-GB"],
  ["zh", "zh-CN"],
] as const)
  test(`the page tells a true release from doctored ones without a network (${language})`, async ({ browser }) => {
    const words = SENTENCES[language];
    const { page, complaints } = await open(browser, { locale, colorScheme: language === "en" ? "light" : "dark" });
    expect(await violationsOf(page)).toEqual([]);
    const results = page.locator("article");
    await give(page, files.true, files.value, files.thief, files.anew);
    await expect(results.locator("h3")).toHaveText([words.true, words.value, words.thief, words.anew]);
    await expect(results.first().locator("h3")).toBeFocused();
    expect(await results.evaluateAll((all) => all.map((each) => each.className))).toEqual([
      "result green",
      "result red",
      "result red",
      "result red",
    ]);
    await expect(results.nth(1).locator("tr.bad")).toContainText("1.00");
    await results.first().locator("summary").click();
    expect(await violationsOf(page)).toEqual([]);

    await give(page, files.keys);
    await expect(page.getByRole("status")).toContainText("strangers.json");
    await expect(results.locator("h3").first()).toHaveText(words.unwitnessed);
    await expect(results.first()).toHaveClass("result amber");
    await expect(results.first()).toContainText("strangers.json");
    await page.locator("#theme").click();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator("#keys button").click();
    await expect(results.locator("h3").first()).toHaveText(words.true);
    await page.locator(language === "en" ? "#speak-zh" : "#speak-en").click();
    await expect(results.locator("h3").first()).toHaveText(SENTENCES[language === "en" ? "zh" : "en"].true);
    expect(complaints).toEqual([]);
  });

test("a proof in a PDF is read, and saved without the fields that were ticked, by keyboard and at 390 px", async ({
  browser,
}) => {
  const pdf = write("release.pdf", await pdfWith({ "proof.json": text }, true));
  const { page } = await open(browser, { locale: "en-GB", viewport: { width: 390, height: 800 } });
  await give(page, pdf);
  await expect(page.locator("article h3")).toHaveText(SENTENCES.en.true);
  await expect(page.locator("article .file")).toHaveText("attachment 1 of release.pdf");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Leave out value" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Save without the ticked fields" }).focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const saved = join(folder, download.suggestedFilename());
  await download.saveAs(saved);
  const redacted = parseBundle(readFileSync(saved, "utf8"));
  expect(redacted?.statement.fields.map(({ name }) => name)).toEqual(["number", "consignee", "currency"]);
  await give(page, saved);
  await expect(page.locator("article").first().locator("h3")).toHaveText(SENTENCES.en.true);
  await expect(page.locator("article").first().locator("tr.left-out")).toContainText("value");
});

test("the page may load nothing and send nothing, by its own rules", async ({ browser }) => {
  const { page } = await open(browser, {});
  const blocked = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    const img = document.createElement("img");
    img.src = "http://127.0.0.1:9/x.png";
    document.body.append(img);
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.body.append(style);
    await fetch("http://127.0.0.1:9/").catch(() => undefined);
    await new Promise((wake) => setTimeout(wake, 100));
    return seen;
  });
  expect(blocked.sort()).toEqual(["connect-src", "img-src", "style-src-elem"]);
});
