import { expect, type Page } from "@playwright/test";
import { as, confirmDocuments, drop, expectReleased, lodge } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

const ITEMS = `item_no,product_code,commodity_code,description,declared_unit,legal_unit_1,legal_factor_1,legal_unit_2,legal_factor_2,origin,unit_price,currency
90,KB-90,8471607100,Keyboards of the second lot,PCS,PCS,1,kg,0.6,NL,31,EUR
`;
const STOCK = `item_no,lot,produced_on,expires_on,received_on,quantity,reference
90,K-2,,,2026-11-01,300,QD-2026-9001
`;

/** Brings a file in by its dialog: what it says first, then all of it. */
async function bringIn(page: Page, title: string, csv: string, confirm: string): Promise<void> {
  await page.getByRole("button", { name: title }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("CSV file")
    .setInputFiles({ name: "file.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(dialog.getByRole("cell", { name: "new", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: confirm }).click();
  await expect(dialog).toHaveCount(0);
}

test("goods come into the book, are bound, reserved, released out of it and leave with a gate pass", async ({
  browser,
}) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/stock");
  await page.getByRole("link", { name: "T2201W260001" }).click();
  await expect(page.getByText("within 7 days").first()).toBeAttached();
  await expect(page.getByRole("cell", { name: /expired/ }).first()).toBeVisible();
  const book = page.url();
  await bringIn(page, "Import items", ITEMS, "Add the items");
  await bringIn(page, "Import stock", STOCK, "Bring in");
  await page.goto(`${book}?search=KB-90`);
  await expect(page.getByRole("row")).toHaveCount(2);
  expect(await violationsOf(page)).toEqual([]);

  await page.goto("/broker/shipments");
  // The page may still be waking: what is dropped before is dropped again, and is there once.
  await expect(async () => {
    await drop(page, ["samples/green-keyboards/invoice.pdf", "samples/green-keyboards/waybill.png"]);
    await expect(page.getByText("green-keyboards-invoice.pdf").first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/values read/)).toHaveCount(2);
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await page.goto(`${shipment}?tab=documents`);
  await confirmDocuments(page);

  // Two items fit the line, so nobody guesses which.
  await page.goto(`${shipment}?tab=declaration`);
  await expect(page.getByText(/2 items of the account books fit/).first()).toBeVisible();
  await page.goto(`${shipment}?tab=book`);
  await page.getByLabel("Item for line 1").click();
  await page.getByRole("option", { name: /T2201W260001\/90/ }).click();
  await page.getByRole("button", { name: "Bind" }).click();
  await expect(page.getByText("chosen by hand")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await lodge(page, shipment);
  await expectReleased(browser, page, shipment, "Gate 1 · Bonded exit", "Harbour");
  await page.goto(`${shipment}?tab=book`);
  await expect(page.getByText("out", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "T2201W260001/90" }).click();
  await expect(page.getByTestId("balance")).toHaveText(/^0/);
  const out = page.getByRole("row").filter({ hasText: "Out" });
  await expect(out).toContainText("300");
  await expect(out).toContainText("-300");
  await expect(out).toContainText("line 1");
  expect(await violationsOf(page)).toEqual([]);

  await page.goto(`${book}?tab=lists`);
  await page.getByRole("button", { name: /^List \d+ released/ }).click();
  await page.getByRole("button", { name: "Issue a gate pass" }).first().click();
  await page.getByLabel("Vehicle").fill("沪A12345");
  await page.getByLabel("Seal").fill("CN0012345");
  await page.getByRole("dialog").getByRole("button", { name: "Issue a gate pass" }).click();
  await expect(page.getByRole("heading", { name: /^P-\d{8}-/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR code of gate pass/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  // On paper the frame of the product is not there, and the pass is.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("heading", { name: /^P-\d{8}-/ })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Record the departure" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record the departure" }).click();
  await expect(page.locator("article").getByText("left the zone")).toBeVisible();
});

test("a count needs a second person, and whoever counted is told so", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/stock");
  await page.getByRole("link", { name: "T2201W260001" }).click();
  await page.getByRole("link", { name: "Counts" }).click();
  await page.getByRole("button", { name: "Count the stock" }).click();
  const dialog = page.getByRole("dialog");
  const csv = "item_no,lot,counted\n11,B3,478\n";
  await dialog.getByLabel("CSV file").setInputFiles({ name: "c.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(dialog.getByText("-2")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Two tins were dented");
  await dialog.getByRole("button", { name: "Sign the count" }).click();
  await expect(page.getByText("waits for a second signature")).toBeVisible();
  await expect(page.getByText(/Another person signs it/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign and adjust the book" })).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
});

test("the stock fits a phone in both languages", async ({ browser, baseURL }) => {
  const page = await as(browser, "broker");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const language of ["en", "zh"]) {
    await page.context().addCookies([{ name: "locale", value: language, url: baseURL ?? "" }]);
    await page.goto("/broker/stock");
    await page.getByRole("link", { name: "T2201W260001" }).click();
    for (const tab of ["items", "counts", "lists"]) {
      await page.goto(`${page.url().split("?")[0]}?tab=${tab}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ language, tab, over }).toEqual({ language, tab, over: 0 });
    }
  }
});
