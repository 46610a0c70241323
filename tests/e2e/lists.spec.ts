import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import { expect, type Page } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

/** The cells of a file that the page gives, heads first. */
async function exported(page: Page, format: "CSV" | "Excel (XLSX)"): Promise<string[][]> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  const bytes = await readFile(await (await coming).path());
  const sheet = Object.values(read(bytes).Sheets)[0] ?? {};
  return utils.sheet_to_json<string[]>(sheet, { header: 1 });
}

const headsOf = (page: Page) => page.getByRole("columnheader").allTextContents();
const casesOf = (page: Page) => page.locator("tr [data-row-link]:visible").allTextContents();

test("a view is saved and shared, a colleague opens it, and its file has what the screen has", async ({ browser }) => {
  const officer = await as(browser, "officer");
  await officer.goto("/compliance/reviews?view=yellow");
  await officer.getByRole("button", { name: "Columns" }).click();
  await officer.getByRole("menuitemcheckbox", { name: "Score" }).click();
  await officer.getByRole("menuitemcheckbox", { name: "Broker" }).click();
  await officer.keyboard.press("Escape");
  await expect(officer).toHaveURL(/columns=lane(,|%2C)case/);
  await expect(officer.getByRole("columnheader", { name: "Broker" })).toHaveCount(0);

  await officer.getByRole("button", { name: "Saved views" }).click();
  expect(await violationsOf(officer)).toEqual([]);
  await officer.getByRole("menuitem", { name: "Save as a view" }).click();
  await officer.getByLabel("Name of the view").fill("Yellow, short");
  await officer.getByRole("switch", { name: "Share with the organisation" }).click();
  expect(await violationsOf(officer)).toEqual([]);
  await officer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(officer).toHaveURL(/saved=/);
  await expect(officer.getByRole("button", { name: "Saved views: Yellow, short" })).toBeVisible();
  await officer.getByRole("button", { name: "Columns" }).click();
  await officer.getByRole("menuitemcheckbox", { name: "Value" }).click();
  await officer.keyboard.press("Escape");
  await expect(officer.getByText("changed since it was saved")).toBeVisible();
  await officer.getByRole("button", { name: "Discard" }).click();
  await expect(officer.getByText("changed since it was saved")).toHaveCount(0);

  const colleague = await as(browser, "secondOfficer");
  await colleague.goto("/compliance/reviews");
  await colleague.getByRole("button", { name: "Saved views" }).click();
  await colleague.getByRole("menuitem", { name: /^Yellow, short/ }).click();
  await expect(colleague).toHaveURL(/view=yellow/);
  await expect(colleague.getByRole("columnheader", { name: "Broker" })).toHaveCount(0);
  const [heads = [], ...rows] = await exported(colleague, "Excel (XLSX)");
  const shown = (await headsOf(colleague)).filter((head) => head !== "Choose");
  expect(heads.filter((head) => !head.includes(":"))).toEqual(shown.filter((head) => head !== "Time"));
  expect(rows.map((row) => row[heads.indexOf("Case")])).toEqual(await casesOf(colleague));
  expect(rows.length).toBeGreaterThan(0);
  const csv = await exported(colleague, "CSV");
  expect(csv.length).toBe(rows.length + 1);

  await colleague.getByRole("button", { name: "Saved views: Yellow, short" }).click();
  await expect(colleague.getByRole("menuitem", { name: "Delete the view" })).toHaveCount(0);
  await colleague.getByRole("menuitem", { name: "Begin the list with this view" }).click();
  await expect(colleague.getByText("The view is saved.")).toBeVisible();
  await colleague.goto("/compliance/reviews");
  await expect(colleague).toHaveURL(/view=yellow/);
  await colleague.keyboard.press("Control+k");
  await colleague.getByRole("dialog").getByRole("combobox").fill("short");
  await expect(colleague.getByRole("option", { name: "Yellow, short" })).toBeVisible();
  await colleague.keyboard.press("Escape");

  // Journeys after this one find the whole list again.
  await colleague.getByRole("button", { name: "Saved views: Yellow, short" }).click();
  await colleague.getByRole("menuitem", { name: "Begin with the whole list again" }).click();
  await expect(colleague.getByText("The view is saved.")).toBeVisible();
  await colleague.goto("/compliance/reviews");
  await expect(colleague.getByRole("button", { name: "Saved views", exact: true })).toBeVisible();
  await expect(colleague).toHaveURL(/reviews$/);
});

test("the lists of a broker are walked by keys, chosen with x, and given out as they stand", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  const first = page.locator("tr [data-row-link]").first();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("x");
  await expect(page.getByText("1 chosen")).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export the chosen" }).click();
  const sheet = Object.values(read(await readFile(await (await coming).path())).Sheets)[0] ?? {};
  const [, ...chosen] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(chosen.map((row) => row[0])).toEqual([await first.textContent()]);
  const [heads = [], ...rows] = await exported(page, "CSV");
  expect(heads[0]).toBe("Reference");
  expect(rows.map((row) => row[0])).toEqual(expect.arrayContaining(await casesOf(page)));

  for (const path of ["/broker/orders", "/broker/messages", "/broker/permits", "/broker/returns", "/broker/shipments"])
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violationsOf(page)).toEqual([]);
    }
});

test("a file of permits is tried, mended and recorded", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/permits");
  const heads = "kind,number,holder,issuer,commodity_prefixes,words,origins,quantity,unit,valid_from,valid_to";
  const give = (day: string) =>
    page.getByLabel("File", { exact: true }).setInputFiles({
      ...{ name: "permits.csv", mimeType: "text/csv" },
      buffer: Buffer.from(`${heads}\nquarantine_permit,LOT-2026-7,Lotus,GACC,0805,,,,,${day},\n`),
    });
  await page.getByRole("button", { name: "Import permits" }).click();
  await give("1.1.2026");
  await expect(page.getByText("Column valid_from: The first day is a date, YYYY-MM-DD.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Record them" })).toBeDisabled();
  expect(await violationsOf(page)).toEqual([]);
  await give("2026-01-01");
  await page.getByRole("button", { name: "Record them" }).click();
  await expect(page.getByRole("row").filter({ hasText: "LOT-2026-7" })).toBeVisible();
});
