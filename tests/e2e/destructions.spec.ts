import { expect, type Page } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

const NARROW = { width: 390, height: 844 };

/** No page is wider than its phone. */
async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
}

test("unfit goods are applied for, approved, witnessed by two, certified and out of the book", async ({ browser }) => {
  const broker = await as(browser, "broker");
  const officer = await as(browser, "officer");
  await broker.goto("/broker/stock/destructions");
  await expect(broker.getByText("No destruction is applied for")).toBeVisible();
  expect(await violationsOf(broker)).toEqual([]);
  await broker.goto("/broker/stock");
  await broker.getByRole("link", { name: "T2201W260001" }).click();
  await broker
    .getByRole("cell", { name: /expired/ })
    .first()
    .waitFor({ state: "attached" });
  await broker.locator("a[href^='/broker/stock/items/']").first().click();
  await broker.getByRole("button", { name: "Apply for destruction" }).click();
  const dialog = broker.getByRole("dialog");
  await dialog
    .getByLabel(/^Quantity of lot/)
    .first()
    .fill("2");
  await dialog.getByLabel("What is wrong, and the papers that show it").fill("Wet, photos 1 to 4");
  await dialog.getByLabel("Place of the destruction").fill("Incineration plant 2");
  expect(await violationsOf(broker)).toEqual([]);
  await dialog.getByRole("button", { name: "Apply for destruction" }).click();
  await expect(broker.getByRole("heading", { name: /^D-\d{8}-/ })).toBeVisible();
  const number = (await broker.getByRole("heading", { name: /^D-\d{8}-/ }).textContent()) ?? "";
  const address = broker.url();

  await officer.goto("/compliance/destructions");
  await officer.getByRole("link", { name: number }).click();
  expect(await violationsOf(officer)).toEqual([]);
  await officer.getByRole("button", { name: "Approve" }).click();
  await expect(officer.getByText("approved", { exact: true }).first()).toBeVisible();

  await broker.goto(address);
  await broker.getByRole("button", { name: "Sign as first witness" }).click();
  await dialog.getByLabel(/^Destroyed of line 1/).fill("1");
  await dialog.getByLabel("What is left of it").fill("Shredded goods");
  await dialog.getByLabel("Its worth").fill("12.50");
  await dialog.getByRole("button", { name: "Sign as first witness" }).click();
  await expect(broker.getByText("first witness signed").first()).toBeVisible();

  await officer.reload();
  await officer.getByRole("button", { name: "Sign as second witness" }).click();
  await expect(officer.getByText("witnessed", { exact: true }).first()).toBeVisible();

  await broker.reload();
  await broker.getByRole("button", { name: "Record the certificate" }).click();
  await dialog.getByLabel("Number of the certificate").fill("CERT-2026-1");
  await dialog.getByLabel("Issued by").fill("Incineration plant 2");
  await dialog.getByRole("button", { name: "Record the certificate" }).click();
  await expect(broker.getByText("destroyed", { exact: true }).first()).toBeVisible();
  await expect(broker.getByText("it is declared")).toBeVisible();
  expect(await violationsOf(broker)).toEqual([]);
  await broker.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOf(broker)).toEqual([]);
  await broker.setViewportSize(NARROW);
  await expectNarrow(broker);
  await broker.goto("/broker/stock/destructions?state=destroyed");
  await expect(broker.getByRole("link", { name: number })).toBeVisible();
  await expectNarrow(broker);
});

test("on a phone every place is reached from the bar at the bottom", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.setViewportSize(NARROW);
  await page.goto("/broker/stock");
  const more = page.getByRole("button", { name: "More", exact: true });
  await expect(more).toBeVisible();
  await expectNarrow(page);
  // The page may still be waking.
  await expect(async () => {
    await more.click();
    await expect(page.getByRole("dialog", { name: "More places" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("link", { name: "Permits" }).click();
  await expect(page).toHaveURL(/\/broker\/permits/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectNarrow(page);
});
