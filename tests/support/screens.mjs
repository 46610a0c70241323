// `npm run screens -- http://127.0.0.1:3000`: takes the pictures of docs/screens from a running demonstration.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import sharp from "sharp";

const base = process.argv[2] ?? "http://127.0.0.1:3000";
const PASSWORD = "two-gates-one-declaration";
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "screens");

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
mkdirSync(folder, { recursive: true });
const broker = await signIn("broker@harbour.example", "light");
const { rows } = await json(broker, "/api/v1/shipments?limit=50");
const released = rows.find((row) => row.gates.every((gate) => gate.state === "released"));
const draft = rows.find((row) => row.declarationVersion === null) ?? rows[0];
const { documentList } = await json(broker, `/api/v1/shipments/${draft.id}`);
const waybill = documentList.find((each) => /way/.test(each.fileName)) ?? documentList[0];
await shoot(broker, "shipments", "/broker/shipments");
await shoot(broker, "shipment", `/broker/shipments/${released?.id ?? rows[0].id}?tab=tax`);
await shoot(broker, "validation", `/broker/documents/${waybill.id}`);
const officer = await signIn("officer@customs.example", "dark");
const cases = await json(officer, "/api/v1/reviews");
await shoot(officer, "review", `/compliance/reviews/${cases.rows[0].caseId}`);
await browser.close();

async function signIn(email, colorScheme) {
  const context = await browser.newContext({
    baseURL: base,
    colorScheme,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(broker|compliance)\//);
  return page;
}

async function json(page, path) {
  return (await page.request.get(path)).json();
}

async function shoot(page, name, path) {
  await page.goto(path);
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_000);
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10 })
    .toBuffer();
  writeFileSync(join(folder, `${name}.png`), picture);
  process.stdout.write(`docs/screens/${name}.png ${Math.round(picture.length / 1024)} kB\n`);
}
